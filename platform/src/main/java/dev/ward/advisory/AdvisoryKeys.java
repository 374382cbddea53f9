package dev.ward.advisory;

import dev.ward.database.CopyRows;
import dev.ward.standards.codec.AffectedCodec;
import dev.ward.standards.codec.ByteReader;
import dev.ward.standards.codec.StoredKey;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the stored keys of records in the format of this version of Ward.
@Component
public class AdvisoryKeys {

    private static final String SOURCE = "keys";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Clock clock;

    AdvisoryKeys(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.clock = clock;
    }

    /// Whether no record has keys of another format.
    public boolean areCurrent() {
        return jdbc.sql("""
                SELECT coalesce(min(keys_format) = :format AND max(keys_format) = :format, true) FROM advisory.record
                """)
                .param("format", StoredKey.FORMAT)
                .query(Boolean.class)
                .single();
    }

    /// Makes the keys of some records again, from what is kept of their statements. The records count as changed,
    /// so that they are matched again.
    ///
    /// @param most  how many records
    /// @return how many they were; 0 when there are none left
    @Transactional
    public int renew(int most) {
        List<Long> records = jdbc.sql("""
                SELECT record_id FROM advisory.record WHERE keys_format < :format OR keys_format > :format
                 ORDER BY record_id LIMIT :most FOR UPDATE
                """)
                .param("format", StoredKey.FORMAT)
                .param("most", most)
                .query(Long.class)
                .list();
        if (records.isEmpty()) {
            return 0;
        }
        Long[] ids = records.toArray(Long[]::new);
        jdbc.sql("DELETE FROM advisory.statement_key WHERE record_id = ANY(:ids)")
                .param("ids", ids)
                .update();
        CopyRows keys = keys(ids);
        template.execute((ConnectionCallback<Boolean>) connection -> {
            keys.send(connection);
            return true;
        });
        jdbc.sql(
                        "UPDATE advisory.record SET keys_format = :format, change_set = :changeSet WHERE record_id = ANY(:ids)")
                .param("format", StoredKey.FORMAT)
                .param("changeSet", ChangeSets.next(jdbc, clock.instant(), SOURCE, null))
                .param("ids", ids)
                .update();
        return records.size();
    }

    private CopyRows keys(Long[] ids) {
        CopyRows keys = new CopyRows("advisory.statement_key (record_id, number, use, key, decision, code)", 6);
        jdbc.sql("""
                SELECT record_id, s.number, s.code
                  FROM advisory.record r JOIN advisory.statement s USING (record_id)
                 WHERE record_id = ANY(:ids) AND r.state = 'PUBLISHED'
                """).param("ids", ids).query(row -> {
            long record = row.getLong("record_id");
            StatementRows.addKeys(
                    keys,
                    to -> to.bigint(record),
                    row.getInt("number"),
                    AffectedCodec.decode(new ByteReader(row.getBytes("code")), null));
        });
        return keys;
    }
}
