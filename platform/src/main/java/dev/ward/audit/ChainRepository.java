package dev.ward.audit;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads the chain and what stands beside it, a stretch at a time.
@Repository
class ChainRepository {

    private static final int STRETCH = 1_000;

    private final JdbcClient jdbc;

    ChainRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return the entries after `seq` in order; empty at the chain's end
    List<Link> after(long seq) {
        return jdbc.sql("SELECT seq, previous, hash, body FROM audit.entry WHERE seq > :seq ORDER BY seq LIMIT :most")
                .param("seq", seq)
                .param("most", STRETCH)
                .query((row, _) -> new Link(
                        row.getLong("seq"), row.getBytes("previous"), row.getBytes("hash"), row.getString("body")))
                .list();
    }

    /// Finds the commitments of entries that the erasable store does not keep, not even as a tombstone, or
    /// keeps with another value.
    ///
    /// @return the first entry of each stretch that has one, with what is wrong
    List<Fault> personalFaults(long from, long to) {
        return jdbc.sql("""
                SELECT e.seq, c.commitment, x.commitment IS NULL AS missing
                  FROM audit.entry e
                 CROSS JOIN LATERAL jsonb_path_query(e.body::jsonb, '$.**.commitment') AS v(value)
                 CROSS JOIN LATERAL (SELECT v.value #>> '{}' AS commitment) c
                  LEFT JOIN audit.erasable x ON x.commitment = decode(c.commitment, 'hex')
                 WHERE e.seq BETWEEN :from AND :to
                   AND jsonb_typeof(v.value) = 'string'
                   AND (x.commitment IS NULL
                        OR (x.value IS NOT NULL
                            AND x.commitment <> sha256(x.salt || convert_to(x.value, 'UTF8'))))
                 ORDER BY e.seq
                 LIMIT 1
                """)
                .param("from", from)
                .param("to", to)
                .query((row, _) -> new Fault(
                        row.getLong("seq"),
                        (row.getBoolean("missing")
                                        ? "a personal value is gone without a tombstone: \"%s\""
                                        : //
                                        "a personal value is not the one it commits to: \"%s\"")
                                .formatted(row.getString("commitment"))))
                .list();
    }

    /// @return the manifests that the entries name and that are kept here, by first entry; digest in
    /// hexadecimal
    List<Kept> manifests(long from, long to) {
        return jdbc.sql("""
                SELECT min(e.seq) AS seq, encode(m.sha256, 'hex') AS digest
                  FROM audit.entry e
                  JOIN audit.manifest m ON m.sha256 = decode(e.body::jsonb -> 'manifest' ->> 'sha256', 'hex')
                 WHERE e.seq BETWEEN :from AND :to
                 GROUP BY m.sha256
                 ORDER BY 1
                """)
                .param("from", from)
                .param("to", to)
                .query((row, _) -> new Kept(row.getLong("seq"), row.getString("digest")))
                .list();
    }

    List<byte[]> manifestPart(byte[] sha256, int part) {
        return jdbc.sql("SELECT lines FROM audit.manifest WHERE sha256 = :sha256 AND part = :part")
                .param("sha256", sha256)
                .param("part", part)
                .query(byte[].class)
                .list();
    }

    record Fault(long seq, String words) {}

    record Kept(long seq, String digest) {}
}
