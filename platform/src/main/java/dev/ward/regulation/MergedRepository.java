package dev.ward.regulation;

import dev.ward.database.Rows;
import dev.ward.handling.CaseNumber;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads which cases were merged into which, over any number of steps.
@Repository
class MergedRepository {

    private final JdbcClient jdbc;

    MergedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param id  of a case that was merged
    record Member(UUID id, CameWith from) {}

    /// The cases that were merged into others, by those; one into which none was is not among the keys.
    Map<UUID, List<Member>> into(Collection<UUID> cases) {
        Map<UUID, List<Member>> all = new HashMap<>();
        jdbc.sql("""
                WITH RECURSIVE member AS (
                    SELECT one.id AS root, one.id FROM unnest(:cases::uuid[]) AS one(id)
                     UNION
                    SELECT m.root, c.case_id FROM handling.published_case c JOIN member m ON c.merged_into = m.id)
                SELECT m.root, m.id, c.public_id, c.closed_at
                  FROM member m JOIN handling.published_case c ON c.case_id = m.id
                 WHERE m.id <> m.root
                 ORDER BY c.closed_at, m.id
                """).param("cases", cases.toArray(UUID[]::new)).query((ResultSet row) -> {
            all.computeIfAbsent(Rows.id(row, "root"), _ -> new ArrayList<>())
                    .add(new Member(
                            Rows.id(row, "id"),
                            new CameWith(
                                    Objects.requireNonNull(CaseNumber.of(row.getString("public_id"))),
                                    Rows.instant(row, "closed_at"))));
        });
        return all;
    }

    /// Those of some cases that were merged into others.
    Set<UUID> merged(Collection<UUID> cases) {
        return jdbc.sql("SELECT c.case_id FROM handling.published_case c"
                        + " WHERE c.case_id = ANY (:cases) AND c.merged_into IS NOT NULL")
                .param("cases", cases.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }

    /// These cases, and those for which their facts count.
    Set<UUID> withThoseThatStay(Collection<UUID> cases) {
        return jdbc.sql("""
                WITH RECURSIVE up AS (
                    SELECT one.id FROM unnest(:cases::uuid[]) AS one(id)
                     UNION
                    SELECT c.merged_into FROM handling.published_case c JOIN up ON up.id = c.case_id
                     WHERE c.merged_into IS NOT NULL)
                SELECT id FROM up
                """)
                .param("cases", cases.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }
}
