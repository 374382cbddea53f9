package dev.ward.device.intake;

import dev.ward.job.JobId;
import dev.ward.table.ImportState;
import dev.ward.table.RowNotes;
import dev.ward.table.RowRule;
import dev.ward.table.TableFile;
import dev.ward.table.TableFiles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class DeviceImportRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TableFiles<DeviceImport> files;
    private final RowNotes<Rule> notes;

    DeviceImportRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.files = new TableFiles<>(jdbc, json, "device.import", this::imported);
        this.notes = new RowNotes<>(jdbc, "device.import_note", Rule.class);
    }

    TableFiles<DeviceImport> files() {
        return files;
    }

    RowNotes<Rule> notes() {
        return notes;
    }

    /// Orders work on a file, unless it is worked on or was applied. The mapping that is saved with the
    /// same content is the one that is used, whatever becomes of it.
    ///
    /// @return false when it was not for ordering
    boolean order(ImportId id, ImportState state, Mapping mapping, UUID feed, Instant asOf, JobId job) {
        if (!files.order(id.value(), state, MappingBody.of(mapping), job, false)) {
            return false;
        }
        jdbc.sql("""
                UPDATE device.import i
                   SET feed = :feed, as_of = :asOf, (mapping_name, mapping_revision) = (
                       SELECT m.name, m.revision FROM device.import_mapping m WHERE m.id = :feed AND m.content = i.mapping)
                 WHERE i.id = :id
                """)
                .param("id", id.value())
                .param("feed", feed)
                .param("asOf", asOf.atOffset(ZoneOffset.UTC))
                .update();
        return true;
    }

    void counted(ImportId id, ImportCounts counts) {
        files.counted(id.value(), counts);
        jdbc.sql("UPDATE device.import SET customers = :customers, sites = :sites, shipments = :shipments WHERE id = :id")
                .param("id", id.value())
                .param("customers", counts.customers())
                .param("sites", counts.sites())
                .param("shipments", counts.shipments())
                .update();
    }

    void applied(ImportId id, long changeSet) {
        jdbc.sql("UPDATE device.import SET change_set = :changeSet WHERE id = :id")
                .param("id", id.value())
                .param("changeSet", changeSet)
                .update();
    }

    /// For whoever works on it.
    Optional<DeviceImport> find(ImportId id) {
        return files.find(id.value());
    }

    /// Forgets what was said of the rows of a file.
    void clearNotes(ImportId id) {
        notes.clear(id.value());
        clearRules(id);
    }

    private void clearRules(ImportId id) {
        jdbc.sql("DELETE FROM device.import_rule WHERE import_id = :id")
                .param("id", id.value())
                .update();
    }

    /// Says how often each rule was broken, in place of what was said before.
    void count(ImportId id, Map<Rule, Long> counts) {
        clearRules(id);
        jdbc.sql("""
                INSERT INTO device.import_rule (import_id, rule, count)
                SELECT :id, r.rule, r.count FROM unnest(:rules::text[], :counts::bigint[]) AS r (rule, count)
                """)
                .param("id", id.value())
                .param("rules", counts.keySet().stream().map(Rule::word).toArray(String[]::new))
                .param("counts", counts.values().toArray(Long[]::new))
                .update();
    }

    /// In the order of the rules.
    Map<Rule, Long> counts(ImportId id) {
        Map<Rule, Long> counts = new EnumMap<>(Rule.class);
        jdbc.sql("SELECT rule, count FROM device.import_rule WHERE import_id = :id")
                .param("id", id.value())
                .query(row -> {
                    counts.put(RowRule.of(Rule.class, row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    private DeviceImport imported(ResultSet row, TableFile file) throws SQLException {
        String mapping = row.getString("mapping");
        String saved = row.getString("mapping_name");
        OffsetDateTime asOf = row.getObject("as_of", OffsetDateTime.class);
        return new DeviceImport(
                file,
                asOf == null ? file.received() : asOf.toInstant(),
                mapping == null
                        ? null
                        : json.readValue(mapping, MappingBody.class).mapping(),
                row.getObject("feed", UUID.class),
                saved == null ? null : new DeviceImport.Saved(saved, row.getInt("mapping_revision")),
                row.getObject("change_set", Long.class),
                new ImportCounts(
                        row.getLong("read"),
                        row.getLong("created"),
                        row.getLong("changed"),
                        row.getLong("unchanged"),
                        row.getLong("older"),
                        row.getLong("refused"),
                        row.getLong("warned"),
                        row.getLong("customers"),
                        row.getLong("sites"),
                        row.getLong("shipments")));
    }
}
