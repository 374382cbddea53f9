package dev.ward.assessment;

import dev.ward.identity.Reader;
import dev.ward.signature.CanonicalRecord;
import dev.ward.standards.input.Unread;
import dev.ward.standards.purl.Purl;
import dev.ward.standards.vex.VexFormat;
import dev.ward.standards.vex.VexStatement;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VexRepository {

    private static final int BATCH = 1_000;

    private static final String SELECT = """
            SELECT d.*, i.id AS past_id
              FROM assessment.vex_document d
              LEFT JOIN assessment.past_import i ON i.vex_id = d.id
            """;

    private final JdbcClient jdbc;

    VexRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A statement as a row. PostgreSQL keeps no character 0.
    private record Row(
            int number,
            List<String> names,
            String product,
            @Nullable String purl,
            @Nullable String line,
            @Nullable String version,
            String status,
            String justification,
            String words,
            @Nullable String at) {

        static Row of(int number, VexStatement statement) {
            Purl purl = statement.product().purl();
            Instant at = statement.at();
            return new Row(
                    number,
                    statement.vulnerability().stream().map(VexRepository::kept).toList(),
                    kept(statement.product().name()),
                    purl == null ? null : kept(purl.toString()),
                    purl == null ? null : kept(packageOf(purl)),
                    purl == null || purl.version() == null ? null : kept(purl.version()),
                    SupplierStatus.valueOf(statement.status().name()).word(),
                    kept(statement.justification()),
                    kept(statement.words()),
                    at == null ? null : at.toString());
        }
    }

    private static String kept(String text) {
        return text.replace('\0', '\ufffd');
    }

    /// The package whatever its version, as components name it.
    private static String packageOf(Purl purl) {
        return new Purl(purl.type(), purl.namespace(), purl.name(), null, Collections.emptySortedMap(), null)
                .toString();
    }

    /// @return false when the same document is there already
    boolean insert(VexFile file, List<VexStatement> statements, List<Unread> unread) {
        int inserted = jdbc.sql("""
                INSERT INTO assessment.vex_document (id, sha256, size, file_name, format, document_id, author, version, stated_at,
                            received_at, received_by, statements, lost)
                VALUES (:id, :sha256, :size, :name, :format, :document, :author, :version, :stated, :received, :by, :statements,
                        :lost)
                    ON CONFLICT (sha256) DO NOTHING
                """)
                .param("id", file.id().value())
                .param("sha256", file.sha256())
                .param("size", file.size())
                .param("name", kept(file.fileName()))
                .param("format", file.format().name().toLowerCase(Locale.ROOT))
                .param("document", kept(file.documentId()))
                .param("author", kept(file.author()))
                .param("version", kept(file.version()))
                .param(
                        "stated",
                        file.statedAt() == null ? null : file.statedAt().atOffset(ZoneOffset.UTC))
                .param("received", file.receivedAt().atOffset(ZoneOffset.UTC))
                .param("by", file.receivedBy())
                .param("statements", file.statements())
                .param("lost", file.lost())
                .update();
        if (inserted == 0) {
            return false;
        }
        insertStatements(file.id(), statements);
        insertUnread(file.id(), unread);
        return true;
    }

    private void insertStatements(VexId id, List<VexStatement> statements) {
        for (int from = 0; from < statements.size(); from += BATCH) {
            List<Row> rows = new ArrayList<>(BATCH);
            for (int i = from; i < Math.min(statements.size(), from + BATCH); i++) {
                rows.add(Row.of(i, statements.get(i)));
            }
            jdbc.sql("""
                    INSERT INTO assessment.vex_statement (document_id, number, names, product, purl, package, version, status,
                                justification, words, said_at)
                    SELECT :id, r.number, r.names, r.product, r.purl, r.line, r.version, r.status, r.justification, r.words, r.at
                      FROM jsonb_to_recordset(:rows::jsonb) AS r (number integer, names text[], product text, purl text,
                           line text, version text, status text, justification text, words text, at timestamptz)
                    """)
                    .param("id", id.value())
                    .param("rows", CanonicalRecord.of(rows))
                    .update();
        }
    }

    private void insertUnread(VexId id, List<Unread> unread) {
        int number = 0;
        for (Unread one : unread) {
            jdbc.sql("""
                    INSERT INTO assessment.vex_unread (document_id, number, pointer, reason, lost)
                    VALUES (:id, :number, :pointer, :reason, :lost)
                    """)
                    .param("id", id.value())
                    .param("number", number)
                    .param("pointer", kept(one.location().toString()))
                    .param("reason", kept(one.reason()))
                    .param("lost", one.lost())
                    .update();
            number++;
        }
    }

    Optional<VexFile> findBySha256(String sha256) {
        return jdbc.sql(SELECT + " WHERE d.sha256 = :sha256")
                .param("sha256", sha256)
                .query((row, _) -> file(row))
                .optional();
    }

    Optional<VexFile> find(Reader reader, VexId id) {
        return jdbc.sql(SELECT + " WHERE d.id = :id AND " + reader.sees("d"))
                .param("id", id.value())
                .query((row, _) -> file(row))
                .optional();
    }

    List<VexFile> list(Reader reader, @Nullable String vulnerability, long before, int rows) {
        return jdbc.sql(SELECT + """
                 WHERE d.number < :before
                   AND (:name::text IS NULL
                        OR d.id IN (SELECT document_id FROM assessment.vex_statement WHERE names && ARRAY[:name::text]))
                   AND %s
                 ORDER BY d.number DESC LIMIT :rows
                """.formatted(reader.sees("d")))
                .param("before", before)
                .param("name", vulnerability)
                .param("rows", rows)
                .query((row, _) -> file(row))
                .list();
    }

    private static VexFile file(ResultSet row) throws SQLException {
        return new VexFile(
                row.getLong("number"),
                new VexId(row.getObject("id", UUID.class)),
                row.getString("sha256"),
                row.getLong("size"),
                row.getString("file_name"),
                VexFormat.valueOf(row.getString("format").toUpperCase(Locale.ROOT)),
                row.getString("document_id"),
                row.getString("author"),
                row.getString("version"),
                instant(row, "stated_at"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("received_by"),
                row.getInt("statements"),
                row.getInt("lost"),
                row.getObject("past_id", UUID.class));
    }

    List<VexFile.Said> statements(VexId id, long after, int rows) {
        return jdbc.sql("""
                SELECT number, array_to_string(names, ', ') AS vulnerability, product, purl, status, justification, words, said_at
                  FROM assessment.vex_statement
                 WHERE document_id = :id AND number > :after
                 ORDER BY number LIMIT :rows
                """)
                .param("id", id.value())
                .param("after", after)
                .param("rows", rows)
                .query((row, _) -> new VexFile.Said(
                        row.getInt("number"),
                        row.getString("vulnerability"),
                        row.getString("product"),
                        row.getString("purl"),
                        Worded.get(SupplierStatus.values(), row.getString("status")),
                        row.getString("justification"),
                        row.getString("words"),
                        instant(row, "said_at")))
                .list();
    }

    List<VexFile.Unread> unread(VexId id) {
        return jdbc.sql("SELECT * FROM assessment.vex_unread WHERE document_id = :id ORDER BY number")
                .param("id", id.value())
                .query((row, _) ->
                        new VexFile.Unread(row.getString("pointer"), row.getString("reason"), row.getBoolean("lost")))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
