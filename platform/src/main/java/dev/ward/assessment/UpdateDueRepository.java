package dev.ward.assessment;

import dev.ward.database.Uuids;
import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UpdateDueRepository {

    /// Of several decisions of an assessment, the newest counts for a document.
    private static final String NEWEST = """
            NOT EXISTS (SELECT FROM assessment.update_due later
                         WHERE later.assessment_id = u.assessment_id AND later.artefact = u.artefact
                           AND later.number > u.number)""";

    private static final String SELECT = """
            SELECT u.*, a.vulnerability, p.name AS product_name
              FROM assessment.update_due u
              JOIN assessment.assessment a ON a.id = u.assessment_id
              JOIN product.published_product p ON p.product_id = u.product_id
            """;

    private final JdbcClient jdbc;

    UpdateDueRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Decision decision, ProductId product, Artefact artefact, String what) {
        jdbc.sql("""
                INSERT INTO assessment.update_due (id, decision_id, assessment_id, product_id, artefact, what, since)
                VALUES (:id, :decision, :assessment, :product, :artefact, :what, :since)
                """)
                .param("id", Uuids.next())
                .param("decision", decision.id())
                .param("assessment", decision.assessment().value())
                .param("product", product.value())
                .param("artefact", artefact.word())
                .param("what", what)
                .param("since", decision.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String seen(Reader reader) {
        return reader.sees("a") + " AND " + reader.seesRestricted("a.restricted_to");
    }

    List<UpdateDue> list(Reader reader, @Nullable ProductId product, boolean done, long before, int rows) {
        return jdbc.sql(SELECT + """
                 WHERE u.number < :before AND (:product::uuid IS NULL OR u.product_id = :product::uuid)
                   AND (:done OR u.done_at IS NULL) AND %s AND %s
                 ORDER BY u.number DESC LIMIT :rows
                """.formatted(NEWEST, seen(reader)))
                .param("before", before)
                .param("product", product == null ? null : product.value())
                .param("done", done)
                .param("rows", rows)
                .query((row, _) -> update(row))
                .list();
    }

    List<UpdateDue> ofAssessment(Reader reader, AssessmentId id) {
        return jdbc.sql(SELECT + " WHERE u.assessment_id = :id AND " + NEWEST + " AND " + seen(reader)
                        + " ORDER BY u.number")
                .param("id", id.value())
                .query((row, _) -> update(row))
                .list();
    }

    List<UpdateDue> awaited(Reader reader, UUID release) {
        return jdbc.sql(SELECT + """
                  JOIN product.published_release r ON r.product_id = u.product_id
                 WHERE r.release_id = :release AND u.done_at IS NULL
                   AND (r.released_on IS NULL OR r.released_on > (u.since AT TIME ZONE 'UTC')::date) AND %s AND %s
                 ORDER BY u.number
                """.formatted(NEWEST, seen(reader)))
                .param("release", release)
                .query((row, _) -> update(row))
                .list();
    }

    Optional<UpdateDue> find(Reader reader, UUID id) {
        return jdbc.sql(SELECT + " WHERE u.id = :id AND " + seen(reader))
                .param("id", id)
                .query((row, _) -> update(row))
                .optional();
    }

    /// @return false when it is done already, or does not count any more
    boolean done(UUID id, String reference, String by, Instant at) {
        return jdbc.sql("""
                UPDATE assessment.update_due u SET reference = :reference, done_by = :by, done_at = :at
                 WHERE u.id = :id AND u.done_at IS NULL AND %s
                """.formatted(NEWEST))
                        .param("reference", reference)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    private static UpdateDue update(ResultSet row) throws SQLException {
        String reference = row.getString("reference");
        return new UpdateDue(
                row.getLong("number"),
                row.getObject("id", UUID.class),
                new AssessmentId(row.getObject("assessment_id", UUID.class)),
                row.getString("vulnerability"),
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getString("product_name"),
                Worded.get(Artefact.values(), row.getString("artefact")),
                row.getString("what"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                reference == null
                        ? null
                        : new UpdateDue.Done(
                                reference,
                                row.getString("done_by"),
                                row.getObject("done_at", OffsetDateTime.class).toInstant()));
    }
}
