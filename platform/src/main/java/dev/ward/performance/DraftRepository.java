package dev.ward.performance;

import dev.ward.audit.Actor;
import dev.ward.database.Uuids;
import dev.ward.identity.AccountId;
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

/// Drafts. Whoever asks has found their subject, which says whether it may be seen.
@Repository
class DraftRepository {

    private static final String OF_SUBJECT = "product_id = :product AND model_id IS NOT DISTINCT FROM :model::uuid";

    private final JdbcClient jdbc;

    DraftRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(UUID id, @Nullable Integer basedOn, int revision, Instant started, Instant changed) {}

    Optional<Row> find(Subject subject) {
        return jdbc.sql("SELECT * FROM performance.draft WHERE " + OF_SUBJECT)
                .param("product", subject.productId())
                .param("model", subject.modelId())
                .query(DraftRepository::row)
                .optional();
    }

    /// The same, held against others until the transaction ends.
    Optional<Row> lock(Subject subject) {
        return jdbc.sql("SELECT * FROM performance.draft WHERE " + OF_SUBJECT + " FOR UPDATE")
                .param("product", subject.productId())
                .param("model", subject.modelId())
                .query(DraftRepository::row)
                .optional();
    }

    /// @return false when there is one already
    boolean insert(Subject subject, @Nullable Integer basedOn, Instant at) {
        return jdbc.sql("""
                        INSERT INTO performance.draft (id, product_id, model_id, based_on, started_at, changed_at)
                        VALUES (:id, :product, :model, :basedOn, :at, :at)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("id", Uuids.next())
                        .param("product", subject.productId())
                        .param("model", subject.modelId())
                        .param("basedOn", basedOn)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void touch(UUID draft, Instant at) {
        jdbc.sql("UPDATE performance.draft SET revision = revision + 1, changed_at = :at WHERE id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", draft)
                .update();
    }

    void delete(UUID draft) {
        jdbc.sql("DELETE FROM performance.draft WHERE id = :id")
                .param("id", draft)
                .update();
    }

    List<PerformanceDraft.Entry> entries(UUID draft) {
        return jdbc.sql("""
                SELECT content, revision FROM performance.draft_function
                 WHERE draft_id = :draft ORDER BY position, function_id
                """)
                .param("draft", draft)
                .query((row, _) -> new PerformanceDraft.Entry(
                        StoredFunction.read(row.getString("content")), row.getInt("revision")))
                .list();
    }

    /// Makes a function known under its id.
    ///
    /// @return false when the id is another subject's
    boolean know(Subject subject, FunctionId id) {
        jdbc.sql("""
                INSERT INTO performance.known_function (id, product_id, model_id) VALUES (:id, :product, :model)
                ON CONFLICT DO NOTHING
                """)
                .param("id", id.value())
                .param("product", subject.productId())
                .param("model", subject.modelId())
                .update();
        return jdbc.sql("SELECT EXISTS (SELECT FROM performance.known_function WHERE id = :id AND " + OF_SUBJECT + ")")
                .param("id", id.value())
                .param("product", subject.productId())
                .param("model", subject.modelId())
                .query(Boolean.class)
                .single();
    }

    /// Puts a function at its place, or last when it is new.
    void put(UUID draft, EssentialFunction function) {
        jdbc.sql("""
                INSERT INTO performance.draft_function AS f (draft_id, function_id, position, content)
                SELECT :draft, :id, coalesce(max(position), 0) + 1, :content::jsonb
                  FROM performance.draft_function WHERE draft_id = :draft
                ON CONFLICT (draft_id, function_id) DO UPDATE
                   SET content = excluded.content, revision = f.revision + 1
                """)
                .param("draft", draft)
                .param("id", function.id().value())
                .param("content", StoredFunction.write(function))
                .update();
    }

    void remove(UUID draft, FunctionId function) {
        jdbc.sql("DELETE FROM performance.draft_function WHERE draft_id = :draft AND function_id = :id")
                .param("draft", draft)
                .param("id", function.value())
                .update();
    }

    void order(UUID draft, List<FunctionId> order) {
        for (int i = 0; i < order.size(); i++) {
            jdbc.sql("""
                    UPDATE performance.draft_function SET position = :position
                     WHERE draft_id = :draft AND function_id = :id
                    """)
                    .param("position", i + 1)
                    .param("draft", draft)
                    .param("id", order.get(i).value())
                    .update();
        }
    }

    void author(UUID draft, Author author) {
        jdbc.sql("""
                INSERT INTO performance.draft_author (draft_id, kind, author_id, name, owner, changed_at)
                VALUES (:draft, :kind, :author, :name, :owner, :at)
                ON CONFLICT (draft_id, kind, author_id) DO UPDATE
                   SET name = excluded.name, owner = excluded.owner, changed_at = excluded.changed_at
                """)
                .param("draft", draft)
                .param("kind", author.kind().name())
                .param("author", author.id())
                .param("name", author.name())
                .param("owner", author.owner() == null ? null : author.owner().value())
                .param("at", author.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Author> authors(UUID draft) {
        return jdbc.sql("""
                SELECT * FROM performance.draft_author WHERE draft_id = :draft ORDER BY changed_at, author_id
                """)
                .param("draft", draft)
                .query((row, _) -> author(row))
                .list();
    }

    private static Author author(ResultSet row) throws SQLException {
        UUID owner = row.getObject("owner", UUID.class);
        return new Author(
                Actor.Kind.valueOf(row.getString("kind")),
                row.getString("author_id"),
                row.getString("name"),
                owner == null ? null : new AccountId(owner),
                instant(row, "changed_at"));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("based_on", Integer.class),
                row.getInt("revision"),
                instant(row, "started_at"),
                instant(row, "changed_at"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
