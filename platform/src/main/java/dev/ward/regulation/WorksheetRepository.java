package dev.ward.regulation;

import dev.ward.audit.Actor;
import dev.ward.database.Rows;
import dev.ward.regulation.Worksheet.Answer;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WorksheetRepository {

    private final JdbcClient jdbc;

    WorksheetRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Until the end of the transaction only its owner answers or signs.
    void hold(UUID caseId) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('regulation.worksheet:' || :case, 0))::text")
                .param("case", caseId.toString())
                .query(String.class)
                .single();
    }

    /// In the order in which they were given.
    List<Answer> answers(UUID caseId) {
        return jdbc.sql("SELECT * FROM regulation.worksheet_answer WHERE case_id = :case ORDER BY version")
                .param("case", caseId)
                .query((row, _) -> new Answer(
                        row.getInt("version"),
                        row.getString("question"),
                        row.getString("answer"),
                        row.getString("reason"),
                        Rows.instant(row, "entered_at"),
                        row.getString("enterer_name")))
                .list();
    }

    /// What holds, by case and question.
    Map<UUID, Map<String, String>> holding(Collection<UUID> cases) {
        Map<UUID, Map<String, String>> all = new HashMap<>();
        jdbc.sql("""
                SELECT DISTINCT ON (w.case_id, w.question) w.case_id, w.question, w.answer
                  FROM regulation.worksheet_answer w
                 WHERE w.case_id = ANY (:cases) ORDER BY w.case_id, w.question, w.version DESC
                """).param("cases", cases.toArray(UUID[]::new)).query((ResultSet row) -> {
            all.computeIfAbsent(Rows.id(row, "case_id"), _ -> new HashMap<>())
                    .put(row.getString("question"), row.getString("answer"));
        });
        return all;
    }

    void insert(UUID caseId, Answer answer, Actor actor) {
        jdbc.sql("""
                INSERT INTO regulation.worksheet_answer
                       (case_id, version, question, answer, reason, entered_at, entered_by, enterer_name)
                VALUES (:case, :version, :question, :answer, :reason, :at, :by, :name)
                """)
                .param("case", caseId)
                .param("version", answer.version())
                .param("question", answer.question())
                .param("answer", answer.answer())
                .param("reason", answer.reason())
                .param("at", Rows.utc(answer.entered()))
                .param("by", actor.id())
                .param("name", actor.name())
                .update();
    }
}
