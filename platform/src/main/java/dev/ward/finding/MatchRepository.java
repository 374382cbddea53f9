package dev.ward.finding;

import dev.ward.standards.match.Match;
import dev.ward.standards.match.MatchKeys;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which statements may hit which components, and which do.
@Repository
class MatchRepository {

    private static final int FETCH = 2_000;
    private static final MatchKeys.Decision[] DECISIONS = MatchKeys.Decision.values();

    /// A statement is filed as a package; a component looks there by its own name and by that of its source package.
    private static final String SHARES_KEY = "c.key = k.key AND (c.use = k.use OR (c.use = %d AND k.use = %d))"
            .formatted(MatchKeys.Use.SOURCE.ordinal(), MatchKeys.Use.PACKAGE.ordinal());

    private static final String PAIRS_OF_RECORDS = """
            SELECT c.component_id, k.record_id, k.number, c.use, k.decision, k.code
              FROM advisory.published_statement_key k
              JOIN sbom.published_component_key c ON %s
              JOIN finding.matched_component USING (component_id)
             WHERE k.record_id = ANY(?)
            """.formatted(SHARES_KEY);

    private static final String PAIRS_OF_COMPONENTS = """
            SELECT c.component_id, k.record_id, k.number, c.use, k.decision, k.code
              FROM sbom.published_component_key c
              JOIN advisory.published_statement_key k ON %s
             WHERE c.component_id = ANY(?)
            """.formatted(SHARES_KEY);

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    MatchRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /// @param source           as a match shows it: `OSV PYSEC-2021-62`
    /// @param vulnerabilityId  the vulnerability that its record belongs to
    /// @param affected         the statement's bytes
    record StoredStatement(String source, UUID vulnerabilityId, byte[] affected) {}

    /// Tells the pairs of the records with all components that were matched before.
    void pairsOfRecords(Collection<Long> records, Consumer<Pair> each) {
        pairs(PAIRS_OF_RECORDS, records, each);
    }

    /// Tells the pairs of the components with all live records.
    void pairsOfComponents(Collection<Long> components, Consumer<Pair> each) {
        pairs(PAIRS_OF_COMPONENTS, components, each);
    }

    private void pairs(String sql, Collection<Long> ids, Consumer<Pair> each) {
        template.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(sql);
                    statement.setFetchSize(FETCH);
                    statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
                    return statement;
                },
                (RowCallbackHandler) row -> each.accept(pair(row)));
    }

    private static Pair pair(ResultSet row) throws SQLException {
        return new Pair(
                row.getLong(1),
                new StatementId(row.getLong(2), row.getInt(3)),
                PairEvaluation.use(row.getInt(4)),
                DECISIONS[row.getInt(5)],
                row.getBytes(6));
    }

    /// The statements whose record belongs to a vulnerability.
    Map<StatementId, StoredStatement> statements(Collection<StatementId> ids) {
        Map<StatementId, StoredStatement> found = new HashMap<>();
        jdbc.sql("""
                SELECT s.record_id, s.number, r.source || ' ' || r.name AS source, r.vulnerability_id, s.code
                  FROM unnest(:records::bigint[], :numbers::int[]) AS asked (record_id, number)
                  JOIN advisory.published_statement s USING (record_id, number)
                  JOIN advisory.published_record r USING (record_id)
                 WHERE r.vulnerability_id IS NOT NULL
                """)
                .param("records", ids.stream().map(StatementId::recordId).toArray(Long[]::new))
                .param("numbers", ids.stream().map(StatementId::number).toArray(Integer[]::new))
                .query(row -> {
                    found.put(
                            new StatementId(row.getLong(1), row.getInt(2)),
                            new StoredStatement(row.getString(3), row.getObject(4, UUID.class), row.getBytes(5)));
                });
        return found;
    }

    /// Makes the tables that are empty again when the transaction ends: what was worked out, and whom it concerns. A
    /// connection keeps them for the next time, so that the catalogue does not grow with the work.
    void beginStaging() {
        jdbc.sql("SET LOCAL work_mem = '64MB'").update(); // some ten thousand matches are sorted without a file
        jdbc.sql("""
                CREATE TEMP TABLE IF NOT EXISTS staged_match (
                    component_id bigint, record_id bigint, statement int, release_id uuid, vulnerability_id uuid,
                    kind smallint, confidence smallint, range text, version text, why text
                ) ON COMMIT DELETE ROWS
                """).update();
        jdbc.sql("""
                CREATE TEMP TABLE IF NOT EXISTS touched_pair (component_id bigint, vulnerability_id uuid)
                    ON COMMIT DELETE ROWS
                """).update();
    }

    void stage(List<StagedMatch> matches) {
        if (matches.isEmpty()) {
            return;
        }
        jdbc.sql("""
                INSERT INTO staged_match
                SELECT * FROM unnest(:components::bigint[], :records::bigint[], :statements::int[], :releases::uuid[],
                                     :vulnerabilities::uuid[], :kinds::smallint[], :confidences::smallint[],
                                     :ranges::text[], :versions::text[], :whys::text[])
                """)
                .param(
                        "components",
                        matches.stream().map(StagedMatch::componentId).toArray(Long[]::new))
                .param(
                        "records",
                        matches.stream().map(one -> one.statement().recordId()).toArray(Long[]::new))
                .param(
                        "statements",
                        matches.stream().map(one -> one.statement().number()).toArray(Integer[]::new))
                .param("releases", matches.stream().map(StagedMatch::releaseId).toArray(UUID[]::new))
                .param(
                        "vulnerabilities",
                        matches.stream().map(StagedMatch::vulnerabilityId).toArray(UUID[]::new))
                .param(
                        "kinds",
                        matches.stream()
                                .map(one -> (short) one.match().kind().ordinal())
                                .toArray(Short[]::new))
                .param(
                        "confidences",
                        matches.stream()
                                .map(one -> (short) one.match().confidence().ordinal())
                                .toArray(Short[]::new))
                .param("ranges", texts(matches, Match::range))
                .param("versions", texts(matches, Match::version))
                .param("whys", texts(matches, Match::why))
                .update();
    }

    private static String[] texts(List<StagedMatch> matches, Function<Match, String> text) {
        return matches.stream()
                .map(one -> text.apply(one.match()).replace('\0', '\ufffd'))
                .toArray(String[]::new);
    }

    /// Notes whom the present matches of the records concern.
    void touchRecords(Collection<Long> records) {
        jdbc.sql("""
                INSERT INTO touched_pair
                SELECT DISTINCT component_id, vulnerability_id
                  FROM finding.match
                 WHERE record_id = ANY(:records) AND ended_at IS NULL
                """).param("records", records.toArray(Long[]::new)).update();
    }

    /// Ends the matches of the records that were not worked out again.
    void endOfRecords(Collection<Long> records, Instant now) {
        jdbc.sql("""
                UPDATE finding.match m
                   SET ended_at = :now
                 WHERE m.record_id = ANY(:records) AND m.ended_at IS NULL
                   AND NOT EXISTS (SELECT FROM staged_match s
                                    WHERE s.component_id = m.component_id AND s.record_id = m.record_id
                                      AND s.statement = m.statement
                                      AND s.release_id IS NOT DISTINCT FROM m.release_id)
                """)
                .param("records", records.toArray(Long[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    /// Ends the matches that hold for the releases alone and were not worked out again.
    void endOfReleases(Collection<UUID> releases, Instant now) {
        jdbc.sql("""
                UPDATE finding.match m
                   SET ended_at = :now
                 WHERE m.release_id = ANY(:releases) AND m.ended_at IS NULL
                   AND NOT EXISTS (SELECT FROM staged_match s
                                    WHERE s.component_id = m.component_id AND s.record_id = m.record_id
                                      AND s.statement = m.statement AND s.release_id = m.release_id)
                """)
                .param("releases", releases.toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    /// Stores what was worked out; a match that was there keeps the time at which it was first seen.
    void storeStaged(Instant now) {
        jdbc.sql("""
                INSERT INTO finding.match AS m
                       (component_id, record_id, statement, release_id, vulnerability_id, kind, confidence, range,
                        version, why, first_seen, last_seen)
                SELECT DISTINCT ON (component_id, record_id, statement, release_id)
                       component_id, record_id, statement, release_id, vulnerability_id, kind,
                       confidence, range, version, why, :now, :now
                  FROM staged_match
                    ON CONFLICT (component_id, record_id, statement, release_id) DO UPDATE
                   SET vulnerability_id = excluded.vulnerability_id, kind = excluded.kind,
                       confidence = excluded.confidence, range = excluded.range, version = excluded.version,
                       why = excluded.why, last_seen = excluded.last_seen, ended_at = NULL
                """).param("now", Timestamp.from(now)).update();
    }
}
