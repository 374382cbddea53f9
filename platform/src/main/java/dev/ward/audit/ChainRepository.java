package dev.ward.audit;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads the chain and what stands beside it, a stretch at a time.
@Repository
class ChainRepository {

    static final ChainHead EMPTY = new ChainHead(0, HexFormat.of().formatHex(Link.START));

    private static final int STRETCH = 5_000;

    private final JdbcClient jdbc;

    ChainRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ChainHead head() {
        return jdbc.sql("SELECT seq, encode(hash, 'hex') AS hash FROM audit.entry ORDER BY seq DESC LIMIT 1")
                .query((row, _) -> new ChainHead(row.getLong("seq"), row.getString("hash")))
                .optional()
                .orElse(EMPTY);
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

    /// @return hash in hexadecimal by number, of those that are there
    Map<Long, String> hashes(List<Long> seqs) {
        Map<Long, String> hashes = new HashMap<>();
        jdbc.sql("SELECT seq, encode(hash, 'hex') AS hash FROM audit.entry WHERE seq = ANY(:seqs)")
                .param("seqs", seqs.toArray(Long[]::new))
                .query(row -> {
                    hashes.put(row.getLong("seq"), row.getString("hash"));
                });
        return hashes;
    }

    /// Finds the commitments of entries that the erasable store does not keep, not even as a tombstone; or keeps with
    /// another value; or erased without a purge that names them. Needs [PurgedValues] in the same transaction.
    ///
    /// @return the first entry that has one, with what is wrong
    Optional<Fault> personalFault(NamedCommitments named) {
        return Stream.of(
                        faultOf("""
                                SELECT n.seq, n.commitment, decode(n.commitment, 'hex') AS key
                                  FROM unnest(:seqs, :commitments) AS n(seq, commitment)
                                """, named.first().values(), named.first().keySet()),
                        faultOf("""
                                SELECT e.seq, v.value #>> '{}' AS commitment,
                                       decode(substring(v.value #>> '{}', '^[0-9a-f]{64}$'), 'hex') AS key
                                  FROM audit.entry e
                                 CROSS JOIN LATERAL jsonb_path_query(e.body::jsonb, '$.**.commitment') AS v(value)
                                 WHERE e.seq = ANY(:seqs) AND cardinality(:commitments) = 0
                                   AND jsonb_typeof(v.value) = 'string'
                                """, named.unclear(), List.of()))
                .flatMap(Optional::stream)
                .min(Comparator.comparingLong(Fault::seq));
    }

    private Optional<Fault> faultOf(String named, Collection<Long> seqs, Collection<String> commitments) {
        if (seqs.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                SELECT n.seq, n.commitment,
                       CASE WHEN x.commitment IS NULL THEN 'is gone without a tombstone'
                            WHEN x.value IS NULL THEN 'was erased, and no entry "audit.purged" says so'
                            ELSE 'is not the one it commits to' END AS fault
                  FROM (%s) n
                  LEFT JOIN audit.erasable x ON x.commitment = n.key
                 WHERE CASE WHEN x.commitment IS NULL THEN true
                            WHEN x.value IS NULL THEN NOT EXISTS (
                                SELECT FROM purged_value p WHERE p.commitment = x.commitment)
                            ELSE x.commitment <> sha256(x.salt || convert_to(x.value, 'UTF8')) END
                 ORDER BY n.seq
                 LIMIT 1
                """.formatted(named))
                .param("seqs", seqs.toArray(Long[]::new))
                .param("commitments", commitments.toArray(String[]::new))
                .query((row, _) -> new Fault(
                        row.getLong("seq"),
                        "a personal value %s: \"%s\"".formatted(row.getString("fault"), row.getString("commitment"))))
                .optional();
    }

    /// @param seqs  of entries that may name one
    /// @return the manifests with rows that the entries name, in their order
    List<Named> manifests(List<Long> seqs) {
        if (seqs.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                SELECT e.seq, e.what, e.subject_id, coalesce(m.manifest ->> 'changeSet', '') AS change_set,
                       substring(m.manifest ->> 'sha256', '^[0-9a-f]{64}$') AS digest
                  FROM audit.entry e
                 CROSS JOIN LATERAL (SELECT e.body::jsonb -> 'manifest' AS manifest) m
                 WHERE e.seq = ANY(:seqs) AND m.manifest ->> 'count' <> '0'
                 ORDER BY e.seq
                """)
                .param("seqs", seqs.toArray(Long[]::new))
                .query((row, _) -> new Named(
                        row.getLong("seq"),
                        row.getString("what"),
                        row.getString("subject_id"),
                        row.getString("change_set"),
                        HexFormat.of().parseHex(Objects.requireNonNullElse(row.getString("digest"), ""))))
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

    /// A manifest as an entry names it.
    ///
    /// @param sha256  32 bytes; empty when the entry does not name it rightly
    record Named(long seq, String what, String subjectId, String changeSet, byte[] sha256) {}
}
