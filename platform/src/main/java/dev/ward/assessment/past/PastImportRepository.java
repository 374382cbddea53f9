package dev.ward.assessment.past;

import dev.ward.assessment.VexId;
import dev.ward.audit.Actor;
import dev.ward.identity.Reader;
import dev.ward.table.RowCounts;
import dev.ward.table.RowNotes;
import dev.ward.table.TableFile;
import dev.ward.table.TableFiles;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class PastImportRepository {

    static final String NOTES = "assessment.past_note";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TableFiles<PastImport> files;
    private final RowNotes<PastRule> notes;

    PastImportRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.notes = new RowNotes<>(jdbc, NOTES, PastRule.class);
        this.files = new TableFiles<>(jdbc, json, "assessment.past_import", (row, file) -> {
            UUID vex = row.getObject("vex_id", UUID.class);
            String mapping = row.getString("mapping");
            return new PastImport(
                    file,
                    vex == null ? null : new VexId(vex),
                    mapping == null ? null : mapping(mapping),
                    RowCounts.of(row));
        });
    }

    TableFiles<PastImport> files() {
        return files;
    }

    RowNotes<PastRule> notes() {
        return notes;
    }

    /// What became of a document of our own. Until the transaction at hand ends, nobody else brings it.
    Optional<PastImport> lockByVex(VexId vex) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('assessment.past_import ' || :vex, 0))")
                .param("vex", vex.toString())
                .query(_ -> {});
        return findByVex(vex);
    }

    /// What became of a document of our own.
    Optional<PastImport> findByVex(VexId vex) {
        return jdbc.sql("SELECT id FROM assessment.past_import WHERE vex_id = :vex")
                .param("vex", vex.value())
                .query(UUID.class)
                .optional()
                .flatMap(files::find);
    }

    void insert(TableFile of, VexId vex, Actor actor) {
        files.insert(of, actor);
        jdbc.sql("UPDATE assessment.past_import SET vex_id = :vex WHERE id = :id")
                .param("id", of.id())
                .param("vex", vex.value())
                .update();
    }

    /// Words that were not known when the file was read last, the most frequent first.
    List<StrangeWord> strangeWords(UUID id, int most) {
        return jdbc.sql("""
                SELECT field, lower(btrim(value)) AS word, count(*) AS times
                  FROM assessment.past_note
                 WHERE import_id = :id AND refused AND rule = :rule
                 GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT :most
                """)
                .param("id", id)
                .param("rule", PastRule.WRONG_WORD.word())
                .param("most", most)
                .query((row, _) -> new StrangeWord(
                        PastField.TABLE.of(row.getString("field")).orElseThrow(),
                        row.getString("word"),
                        row.getLong("times")))
                .list();
    }

    /// The mappings of the last tables that were applied, the newest first.
    List<PastMapping> lastMappings(Reader reader) {
        return jdbc.sql(
                        "SELECT mapping FROM assessment.past_import i WHERE i.state = 'applied' AND i.mapping IS NOT NULL AND "
                                + reader.sees("i") + " ORDER BY i.received_at DESC LIMIT 10")
                .query((row, _) -> mapping(row.getString(1)))
                .list();
    }

    private PastMapping mapping(String text) {
        return json.readValue(text, PastMappingBody.class).mapping();
    }
}
