package dev.ward.advisory;

import dev.ward.identity.Reader;
import dev.ward.standards.advisory.Advisory;
import dev.ward.standards.advisory.Affected;
import dev.ward.standards.advisory.EpssScore;
import dev.ward.standards.advisory.KevEntry;
import dev.ward.standards.codec.AdvisoryCodec;
import dev.ward.standards.codec.AffectedCodec;
import dev.ward.standards.codec.ByteReader;
import dev.ward.standards.match.Vulnerability;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AdvisoryRepository {

    /// Statements of one record that are shown.
    private static final int MOST_AFFECTED = 100;

    private final JdbcClient jdbc;

    AdvisoryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The id that stands for a vulnerability now.
    Optional<VulnerabilityId> present(UUID id) {
        return jdbc.sql("""
                SELECT coalesce(merged_into, vulnerability_id) FROM advisory.vulnerability WHERE vulnerability_id = :id
                """).param("id", id).query(UUID.class).optional().map(VulnerabilityId::new);
    }

    Optional<VulnerabilityId> named(String name) {
        return jdbc.sql("SELECT vulnerability_id FROM advisory.name WHERE name = :name")
                .param("name", name.replace('\0', '\uFFFD'))
                .query(UUID.class)
                .optional()
                .map(VulnerabilityId::new);
    }

    /// @param beginning  letters, digits, `_`, `:`, `.` and `-`
    List<Advisories.Named> named(Reader reader, String beginning, int most) {
        // Two bounds rather than LIKE, whose pattern a prepared plan does not look into.
        String small = beginning.toLowerCase(Locale.ROOT);
        int last = small.length() - 1;
        return jdbc.sql("""
                SELECT v.name, v.summary
                  FROM advisory.vulnerability v
                 WHERE v.vulnerability_id IN (
                       SELECT vulnerability_id
                         FROM (SELECT n.vulnerability_id FROM advisory.name n
                                WHERE lower(n.name) ~>=~ :beginning AND lower(n.name) ~<~ :behind
                                ORDER BY lower(n.name) USING ~<~ LIMIT 10 * :most) AS first_of)
                   AND v.merged_into IS NULL AND %s
                 ORDER BY v.name LIMIT :most
                """.formatted(reader.sees("v")))
                .param("beginning", small)
                .param("behind", small.substring(0, last) + (char) (small.charAt(last) + 1))
                .param("most", most)
                .query((row, _) -> new Advisories.Named(row.getString("name"), row.getString("summary")))
                .list();
    }

    private record Row(String name, List<String> aliases, boolean live) {}

    Optional<KnownVulnerability> find(Reader reader, VulnerabilityId id) {
        return jdbc.sql("""
                SELECT name, aliases, live FROM advisory.vulnerability v WHERE vulnerability_id = :id AND %s
                """.formatted(reader.sees("v")))
                .param("id", id.value())
                .query((row, _) -> new Row(row.getString("name"), texts(row, "aliases"), row.getBoolean("live")))
                .optional()
                .map(row -> of(id, row));
    }

    private KnownVulnerability of(VulnerabilityId id, Row row) {
        List<AdvisoryRecord> records = records(id);
        List<String> names =
                Stream.concat(Stream.of(row.name), row.aliases.stream()).toList();
        List<Advisory> heads = records.stream()
                .filter(record -> !row.live || record.state().equals("PUBLISHED"))
                .map(AdvisoryRecord::head)
                .toList();
        Vulnerability told = heads.isEmpty()
                ? new Vulnerability(row.name, row.aliases, "", List.of(), List.of(), null, null, null)
                : Vulnerability.of(row.name, names, heads, kev(id, row.name), epss(id, row.name));
        return new KnownVulnerability(id, row.live, told, records);
    }

    private List<AdvisoryRecord> records(VulnerabilityId id) {
        return jdbc.sql("""
                SELECT r.record_id, r.source, r.name, r.state, r.head, r.modified, h.first, h.revised,
                       (SELECT count(*) FROM advisory.statement s WHERE s.record_id = r.record_id) AS statements
                  FROM advisory.record r
                 CROSS JOIN LATERAL (SELECT min(at) AS first, max(at) AS revised
                                       FROM advisory.record_revision v WHERE v.record_id = r.record_id) h
                 WHERE r.vulnerability_id = :id
                 ORDER BY r.source, r.name
                """)
                .param("id", id.value())
                .query((row, _) -> record(row))
                .list();
    }

    private AdvisoryRecord record(ResultSet row) throws SQLException {
        Timestamp modified = row.getTimestamp("modified");
        return new AdvisoryRecord(
                row.getString("source"),
                row.getString("name"),
                row.getString("state"),
                AdvisoryCodec.decodeHead(new ByteReader(row.getBytes("head"))),
                modified == null ? null : modified.toInstant(),
                row.getTimestamp("first").toInstant(),
                row.getTimestamp("revised").toInstant(),
                affected(row.getLong("record_id")),
                Math.max(0, row.getLong("statements") - MOST_AFFECTED));
    }

    private List<Affected> affected(long record) {
        return jdbc.sql("""
                SELECT code FROM advisory.statement WHERE record_id = :record ORDER BY number LIMIT :most
                """)
                .param("record", record)
                .param("most", MOST_AFFECTED)
                .query((row, _) -> AffectedCodec.decode(new ByteReader(row.getBytes("code")), null))
                .list();
    }

    private @Nullable KevEntry kev(VulnerabilityId id, String name) {
        return jdbc.sql("""
                SELECT k.* FROM advisory.name n JOIN advisory.kev k ON k.cve = n.name AND k.removed_at IS NULL
                 WHERE n.vulnerability_id = :id ORDER BY k.cve <> :name, k.cve LIMIT 1
                """)
                .param("id", id.value())
                .param("name", name)
                .query((row, _) -> new KevEntry(
                        row.getString("cve"),
                        row.getString("vendor"),
                        row.getString("product"),
                        row.getString("name"),
                        row.getObject("added", LocalDate.class),
                        row.getObject("due", LocalDate.class),
                        row.getString("ransomware")))
                .optional()
                .orElse(null);
    }

    private @Nullable EpssScore epss(VulnerabilityId id, String name) {
        return jdbc.sql("""
                SELECT e.* FROM advisory.name n JOIN advisory.epss e ON e.cve = n.name
                 WHERE n.vulnerability_id = :id ORDER BY e.cve <> :name, e.cve LIMIT 1
                """)
                .param("id", id.value())
                .param("name", name)
                .query((row, _) -> new EpssScore(
                        row.getString("cve"),
                        row.getDouble("probability"),
                        row.getObject("percentile", Double.class),
                        row.getString("date"),
                        row.getString("model")))
                .optional()
                .orElse(null);
    }

    /// Live records, entries or scores of a source.
    long count(Source source) {
        return switch (source) {
            case CVE, OSV, NVD ->
                jdbc.sql("SELECT count(*) FROM advisory.record WHERE source = :source AND state = 'PUBLISHED'")
                        .param("source", source.name())
                        .query(Long.class)
                        .single();
            case KEV ->
                jdbc.sql("SELECT count(*) FROM advisory.kev WHERE removed_at IS NULL")
                        .query(Long.class)
                        .single();
            case EPSS ->
                jdbc.sql("SELECT count(*) FROM advisory.epss").query(Long.class).single();
        };
    }

    long countConflicts(Reader reader) {
        return jdbc.sql("SELECT count(*) FROM advisory.conflict c WHERE " + reader.sees("c"))
                .query(Long.class)
                .single();
    }

    List<AliasConflict> conflicts(Reader reader, int from, int limit) {
        return jdbc.sql("""
                SELECT ids, reason, since FROM advisory.conflict c
                 WHERE %s ORDER BY since DESC, digest OFFSET :from LIMIT :limit
                """.formatted(reader.sees("c")))
                .param("from", from)
                .param("limit", limit)
                .query((row, _) -> new AliasConflict(
                        texts(row, "ids"),
                        row.getString("reason"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
