package dev.ward.correction.past;

import dev.ward.table.RowCounts;
import dev.ward.table.RowNotes;
import dev.ward.table.TableFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class CorrectionImportRepository {

    private static final String NOTES = "correction.past_note";

    private final TableFiles<CorrectionImport> files;
    private final RowNotes<CorrectionRule> notes;

    CorrectionImportRepository(JdbcClient jdbc, JsonMapper json) {
        this.notes = new RowNotes<>(jdbc, NOTES, CorrectionRule.class);
        this.files = new TableFiles<>(jdbc, json, "correction.past_import", (row, file) -> {
            String mapping = row.getString("mapping");
            return new CorrectionImport(
                    file,
                    mapping == null
                            ? null
                            : json.readValue(mapping, CorrectionMappingBody.class)
                                    .mapping(),
                    RowCounts.of(row));
        });
    }

    TableFiles<CorrectionImport> files() {
        return files;
    }

    RowNotes<CorrectionRule> notes() {
        return notes;
    }
}
