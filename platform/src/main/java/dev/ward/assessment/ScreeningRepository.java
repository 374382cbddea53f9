package dev.ward.assessment;

import dev.ward.identity.Reader;
import dev.ward.signature.CanonicalRecord;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ScreeningRepository {

    /// The names of what is asked for by an id.
    ScreeningFilter.Names names(ScreeningFilter filter) {
        return jdbc.sql("""
                SELECT (SELECT r.product_name FROM product.published_release r
                         WHERE r.product_id = :product::uuid LIMIT 1) AS product,
                       (SELECT r.product_name || ' ' || r.version FROM product.published_release r
                         WHERE r.release_id = :release::uuid) AS release,
                       (SELECT c.name || coalesce(' ' || c.version, '') FROM sbom.published_component c
                         WHERE c.public_id = :component::uuid) AS component
                """)
                .param("product", filter.product())
                .param("release", filter.release())
                .param("component", filter.component())
                .query((row, _) -> new ScreeningFilter.Names(
                        row.getString("product"), row.getString("release"), row.getString("component")))
                .single();
    }

    private static final String SELECT = """
            SELECT s.*, s.rule::text AS cells,
                   (SELECT count(*) FROM assessment.screened_row r
                     WHERE r.screening_id = s.id AND r.pulled_at IS NOT NULL) AS pulled
              FROM assessment.screening s
            """;

    private final JdbcClient jdbc;
    private final ScreenedRows rows;

    ScreeningRepository(JdbcClient jdbc, ScreenedRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    ScreeningPreview preview(Fitting fitting) {
        return jdbc.sql(fitting.text() + """
                SELECT count(*) AS asked, count(*) FILTER (WHERE %s) AS fitting,
                       count(*) FILTER (WHERE exploited) AS exploited, count(*) FILTER (WHERE loud) AS loud,
                       count(*) FILTER (WHERE grave) AS grave, count(*) FILTER (WHERE connected) AS connected,
                       count(*) FILTER (WHERE assessed) AS assessed, count(*) FILTER (WHERE screened) AS screened
                  FROM judged
                """.formatted(Fitting.FITS))
                .params(fitting.parameters())
                .query((row, _) -> new ScreeningPreview(
                        row.getLong("asked"),
                        row.getLong("fitting"),
                        row.getLong("exploited"),
                        row.getLong("loud"),
                        row.getLong("grave"),
                        row.getLong("connected"),
                        row.getLong("assessed"),
                        row.getLong("screened")))
                .single();
    }

    /// Writes a disposition and the rows that fit.
    ///
    /// @return how many fit; when there are none, or more than `most`, nothing of it may be kept
    long prepare(Screening draft, Fitting fitting, long most) {
        jdbc.sql("""
                INSERT INTO assessment.screening (id, state, policy, rule, verdict, justification, evidence, asked, rows,
                            manifest_sha256, reassess_by, sample_share, prepared_by, prepared_at)
                VALUES (:id, 'prepared', :policy, :rule::jsonb, :verdict, :justification, :evidence, :asked, 1, :sha256,
                        :reassess, :share, :by, :at)
                """)
                .param("id", draft.id().value())
                .param("policy", draft.policy())
                .param("rule", CanonicalRecord.of(draft.rule()))
                .param("verdict", draft.verdict().word())
                .param(
                        "justification",
                        draft.justification() == null
                                ? null
                                : draft.justification().word())
                .param("evidence", draft.evidence())
                .param("asked", draft.asked())
                .param("sha256", draft.manifest())
                .param("reassess", draft.reassessBy())
                .param("share", draft.share())
                .param("by", draft.preparedBy())
                .param("at", draft.prepared().atOffset(ZoneOffset.UTC))
                .update();
        int written = jdbc.sql(fitting.text() + """
                INSERT INTO assessment.screened_row (screening_id, finding_id, release_id, product_id, component_id,
                                                     vulnerability_id, line)
                SELECT :id, finding_id, release_id, product_id, component_id, vulnerability_id, line
                  FROM judged WHERE %s LIMIT :most + 1
                """.formatted(Fitting.FITS))
                .params(fitting.parameters())
                .param("id", draft.id().value())
                .param("most", most)
                .update();
        if (written > 0 && written <= most) {
            note(draft.id());
        }
        return written;
    }

    private void note(ScreeningId id) {
        jdbc.sql("""
                INSERT INTO assessment.screened_vulnerability (screening_id, vulnerability_id, exploitation,
                                                               advisory_modified)
                SELECT :id, v.vulnerability_id, v.exploitation,
                       (SELECT max(r.modified) FROM advisory.published_record r
                         WHERE r.vulnerability_id = v.vulnerability_id)
                  FROM advisory.published_vulnerability v
                 WHERE v.vulnerability_id IN (SELECT vulnerability_id FROM assessment.screened_row
                                               WHERE screening_id = :id)
                """).param("id", id.value()).update();
        jdbc.sql("""
                INSERT INTO assessment.screened_product (screening_id, product_id, performance)
                SELECT :id, r.product_id, coalesce(max(v.sequence), 0)
                  FROM (SELECT DISTINCT product_id FROM assessment.screened_row WHERE screening_id = :id) r
                  LEFT JOIN performance.published_version v ON v.product_id = r.product_id
                 GROUP BY r.product_id
                """).param("id", id.value()).update();
        jdbc.sql("""
                UPDATE assessment.screening
                   SET rows = (SELECT count(*) FROM assessment.screened_row WHERE screening_id = :id),
                       manifest_sha256 = :sha256
                 WHERE id = :id
                """)
                .param("id", id.value())
                .param("sha256", rows.sha256(id, ScreenedRows.Part.ALL))
                .update();
    }

    /// @return whether it is there
    boolean lock(ScreeningId id) {
        return jdbc.sql("SELECT 1 FROM assessment.screening WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    Optional<Screening> find(Reader reader, ScreeningId id) {
        return jdbc.sql(SELECT + " WHERE s.id = :id AND " + reader.sees("s"))
                .param("id", id.value())
                .query((row, _) -> screening(row))
                .optional();
    }

    /// The newest first, those whose number is smaller.
    List<Screening> list(Reader reader, long before, int rows) {
        return jdbc.sql(SELECT + " WHERE s.number < :before AND s.state <> 'dropped' AND " + reader.sees("s")
                        + " ORDER BY s.number DESC LIMIT :rows")
                .param("before", before)
                .param("rows", rows)
                .query((row, _) -> screening(row))
                .list();
    }

    /// How many of its rows fit no more, or tell of other facts than they did.
    long changed(ScreeningId id, Fitting again) {
        return jdbc.sql(again.text() + """
                SELECT (SELECT count(*) FROM assessment.screened_row r WHERE r.screening_id = :prepared)
                     - (SELECT count(*) FROM assessment.screened_row r
                          JOIN judged j ON j.finding_id = r.finding_id AND j.line = r.line
                         WHERE r.screening_id = :prepared AND %s) AS changed
                """.formatted(Fitting.FITS))
                .params(again.parameters())
                .query(Long.class)
                .single();
    }

    void sign(ScreeningId id, String seed, Instant at) {
        jdbc.sql("""
                WITH drawn AS (
                    SELECT finding_id FROM assessment.screened_row WHERE screening_id = :id
                     ORDER BY sha256(convert_to(:seed || finding_id::text, 'UTF8'))
                     LIMIT (SELECT greatest(1, ceil(rows * sample_share / 100.0)) FROM assessment.screening WHERE id = :id))
                UPDATE assessment.screened_row r
                   SET stands = true, sampled = d.finding_id IS NOT NULL
                  FROM assessment.screened_row o LEFT JOIN drawn d ON d.finding_id = o.finding_id
                 WHERE r.screening_id = :id AND o.screening_id = :id AND o.finding_id = r.finding_id
                """).param("id", id.value()).param("seed", seed).update();
        jdbc.sql("""
                UPDATE assessment.screening
                   SET state = 'signed', signed_at = :at, sample_seed = :seed,
                       sample_rows = (SELECT count(*) FROM assessment.screened_row WHERE screening_id = :id AND sampled)
                 WHERE id = :id
                """)
                .param("id", id.value())
                .param("seed", seed)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void drop(ScreeningId id, Instant at, String because) {
        for (String table : List.of("screened_row", "screened_vulnerability", "screened_product")) {
            jdbc.sql("DELETE FROM assessment." + table + " WHERE screening_id = :id")
                    .param("id", id.value())
                    .update();
        }
        end(id, ScreeningState.DROPPED, at, because);
    }

    void withdraw(ScreeningId id, Instant at, String because) {
        jdbc.sql("UPDATE assessment.screened_row SET stands = false WHERE screening_id = :id AND stands")
                .param("id", id.value())
                .update();
        end(id, ScreeningState.WITHDRAWN, at, because);
    }

    private void end(ScreeningId id, ScreeningState state, Instant at, String because) {
        jdbc.sql("""
                UPDATE assessment.screening SET state = :state, ended_at = :at, ended_because = :because WHERE id = :id
                """)
                .param("id", id.value())
                .param("state", state.word())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("because", because)
                .update();
    }

    void readSample(ScreeningId id, Instant at) {
        jdbc.sql("UPDATE assessment.screening SET sample_read_at = :at WHERE id = :id")
                .param("id", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Screening screening(ResultSet row) throws SQLException {
        String justification = row.getString("justification");
        return new Screening(
                new ScreeningId(row.getObject("id", UUID.class)),
                Worded.get(ScreeningState.values(), row.getString("state")),
                row.getString("policy"),
                List.of(CanonicalRecord.parse(row.getString("cells"), String[].class)),
                Worded.get(Verdict.values(), row.getString("verdict")),
                justification == null ? null : Worded.get(Justification.values(), justification),
                row.getString("evidence"),
                row.getString("asked"),
                row.getLong("rows"),
                row.getString("manifest_sha256"),
                row.getObject("reassess_by", LocalDate.class),
                row.getInt("sample_share"),
                row.getString("sample_seed"),
                row.getLong("sample_rows"),
                instant(row, "sample_read_at"),
                row.getLong("pulled"),
                row.getString("prepared_by"),
                row.getObject("prepared_at", OffsetDateTime.class).toInstant(),
                instant(row, "signed_at"),
                instant(row, "ended_at"),
                row.getString("ended_because"),
                row.getLong("number"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
