package dev.ward.audit;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The values that the chain says were erased, in a temporary table of the verification's transaction.
final class PurgedValues {

    static final String WHAT = "audit.purged";

    private static final Pattern COMMITMENT = Pattern.compile("[0-9a-f]{64}");
    private static final int STRETCH = 1_000;

    private final JdbcClient jdbc;
    private final KeptManifests manifests;

    PurgedValues(JdbcClient jdbc, KeptManifests manifests) {
        this.jdbc = jdbc;
        this.manifests = manifests;
    }

    /// Fills the table from the manifests of all purges; one that is not as its entry says counts for nothing.
    void gather() {
        jdbc.sql("CREATE TEMPORARY TABLE purged_value (commitment bytea PRIMARY KEY) ON COMMIT DROP")
                .update();
        long last = 0;
        for (List<Purge> purges = after(last); !purges.isEmpty(); purges = after(last)) {
            for (Purge purge : purges) {
                if (manifests.isWhole(purge.sha256())) {
                    manifests.rows(purge.sha256(), this::insert);
                }
            }
            last = purges.getLast().seq();
        }
        jdbc.sql("ANALYZE purged_value").update();
    }

    private List<Purge> after(long seq) {
        return jdbc.sql("""
                SELECT seq, decode(body::jsonb -> 'manifest' ->> 'sha256', 'hex') AS sha256
                  FROM audit.entry
                 WHERE what = :what AND seq > :seq AND body::jsonb -> 'manifest' ->> 'sha256' ~ '^[0-9a-f]{64}$'
                 ORDER BY seq LIMIT :most
                """)
                .param("what", WHAT)
                .param("seq", seq)
                .param("most", STRETCH)
                .query((row, _) -> new Purge(row.getLong("seq"), row.getBytes("sha256")))
                .list();
    }

    private void insert(List<String> commitments) {
        jdbc.sql("""
                INSERT INTO purged_value (commitment)
                SELECT decode(hex, 'hex') FROM unnest(:commitments) AS hex
                ON CONFLICT DO NOTHING
                """)
                .param(
                        "commitments",
                        commitments.stream()
                                .filter(COMMITMENT.asMatchPredicate())
                                .toArray(String[]::new))
                .update();
    }

    private record Purge(long seq, byte[] sha256) {}
}
