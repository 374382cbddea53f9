package dev.ward.advisory;

import dev.ward.audit.Manifest;
import dev.ward.audit.RowHistory;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows that an import made known, as `record_revision` keeps them: record, state and digest.
@Component
public class ImportHistory implements RowHistory {

    static final String ACT = "advisory.imported";

    private final JdbcClient jdbc;

    ImportHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Makes a history over a database without an application around it, as a command does.
    public static ImportHistory over(JdbcClient jdbc) {
        return new ImportHistory(jdbc);
    }

    @Override
    public String what() {
        return ACT;
    }

    @Override
    public byte[] digest(String subjectId, String changeSet) {
        return manifest(new ImportId(UUID.fromString(subjectId))).sha256();
    }

    Manifest manifest(ImportId id) {
        return jdbc.sql("""
                SELECT count(*) AS rows, coalesce(min(change_set) || '-' || max(change_set), '') AS change_sets,
                       sha256(convert_to(coalesce(string_agg(line, E'\\n' ORDER BY line COLLATE "C") || E'\\n', ''),
                                         'UTF8')) AS digest
                  FROM (SELECT r.change_set,
                               concat_ws(' ', c.source, c.name, r.state, encode(r.digest, 'hex')) AS line
                          FROM advisory.record_revision r JOIN advisory.record c USING (record_id)
                         WHERE r.import_id = :id) revision
                """)
                .param("id", id.value())
                .query((row, _) ->
                        new Manifest(row.getString("change_sets"), row.getLong("rows"), row.getBytes("digest")))
                .single();
    }
}
