package dev.ward.product;

import dev.ward.identity.Reader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SubmissionRepository {

    private static final String SELECT = """
            SELECT s.* FROM product.submission s JOIN product.product p ON p.id = s.product_id
            """;

    private final JdbcClient jdbc;

    SubmissionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ProductId product, Submission submission) {
        statement("""
                INSERT INTO product.submission
                       (id, product_id, release_id, market, kind, number, decided_on, created_at, changed_at)
                VALUES (:id, :product, :release, :market, :kind, :number, :decided, :at, :at)
                """, submission)
                .param("product", product.value())
                .param("release", submission.release().value())
                .update();
    }

    /// @return false when another change came first
    boolean update(Submission submission, int revision) {
        return statement("""
                        UPDATE product.submission
                           SET market = :market, kind = :kind, number = :number, decided_on = :decided,
                               revision = revision + 1, changed_at = :at
                         WHERE id = :id AND revision = :revision
                        """, submission).param("revision", revision).update() == 1;
    }

    private JdbcClient.StatementSpec statement(String sql, Submission submission) {
        return jdbc.sql(sql)
                .param("id", submission.id().value())
                .param("market", submission.market())
                .param("kind", submission.kind())
                .param("number", submission.number())
                .param("decided", submission.decided())
                .param("at", submission.changed().atOffset(ZoneOffset.UTC));
    }

    void delete(SubmissionId id) {
        jdbc.sql("DELETE FROM product.submission WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    Optional<Submission> find(Reader reader, SubmissionId id) {
        return jdbc.sql(SELECT + " WHERE s.id = :id AND " + reader.sees("p"))
                .param("id", id.value())
                .query((row, number) -> submission(row))
                .optional();
    }

    List<Submission> list(Reader reader, ReleaseId release, int rows) {
        return jdbc.sql(SELECT + " WHERE s.release_id = :release AND " + reader.sees("p")
                        + " ORDER BY s.market, s.kind, s.number, s.id LIMIT :rows")
                .param("release", release.value())
                .param("rows", rows)
                .query((row, number) -> submission(row))
                .list();
    }

    private static Submission submission(ResultSet row) throws SQLException {
        return new Submission(
                new SubmissionId(row.getObject("id", UUID.class)),
                new ReleaseId(row.getObject("release_id", UUID.class)),
                row.getString("market"),
                row.getString("kind"),
                row.getString("number"),
                row.getObject("decided_on", LocalDate.class),
                row.getInt("revision"),
                ProductRepository.instant(row, "changed_at"));
    }
}
