package dev.ward.correction;

import dev.ward.database.Rows;
import dev.ward.handling.CaseNumber;
import dev.ward.identity.Caller;
import dev.ward.identity.Reader;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What of changes waits for somebody.
@Service
@Transactional(readOnly = true)
public class ChangeTasks {

    private final JdbcClient jdbc;

    ChangeTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those of which what was signed fell by itself, of the caller's own cases or, for who signs, of
    /// all; for who signs also those that nobody has signed yet. What fell stands first.
    public List<ChangeTask> list(Reader reader, Caller caller, boolean signs, int most) {
        return jdbc.sql("""
                SELECT c.id, c.number, h.public_id, h.title, k.ended_at
                  FROM correction.change c
                  JOIN handling.published_case h ON h.case_id = c.case_id AND h.merged_into IS NULL
                  LEFT JOIN LATERAL (SELECT l.ended_at, l.ended_by_itself FROM correction.classification l
                                      WHERE l.change_id = c.id ORDER BY l.number DESC LIMIT 1) k ON TRUE
                 WHERE c.withdrawn_at IS NULL AND %s
                   AND NOT EXISTS (SELECT FROM correction.classification s WHERE s.change_id = c.id AND s.ended_at IS NULL)
                   AND (:signs OR (coalesce(k.ended_by_itself, false) AND h.owner_id = :owner))
                 ORDER BY coalesce(k.ended_by_itself, false) DESC, c.id
                 LIMIT :most
                """.formatted(reader.seesRestricted("h.restricted_to")))
                .param("signs", signs)
                .param(
                        "owner",
                        caller.account() == null
                                ? new UUID(0, 0)
                                : caller.account().value())
                .param("most", most)
                .query((row, _) -> new ChangeTask(
                        Rows.id(row, "id"),
                        row.getInt("number"),
                        CaseNumber.of(row.getString("public_id")),
                        row.getString("title"),
                        Rows.instantOrNull(row, "ended_at")))
                .list();
    }
}
