package dev.ward.report;

import dev.ward.audit.Actor;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AnswerRepository {

    private final JdbcClient jdbc;

    AnswerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What was said last of each item, by its number.
    Map<String, Answer> of(UUID caseId, DraftKind kind) {
        Map<String, Answer> all = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT DISTINCT ON (item) * FROM report.answer
                 WHERE case_id = :case AND kind = :kind
                 ORDER BY item, number DESC
                """)
                .param("case", caseId)
                .param("kind", kind.slug())
                .query((row, _) -> new Answer(
                        row.getString("item"),
                        row.getString("text"),
                        row.getObject("promised_on", LocalDate.class),
                        row.getString("lacked"),
                        row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                        row.getString("enterer_name")))
                .list()
                .forEach(one -> all.put(one.item(), one));
        return all;
    }

    void insert(UUID caseId, DraftKind kind, Answer one, Actor by) {
        jdbc.sql("""
                INSERT INTO report.answer
                       (case_id, kind, item, text, promised_on, lacked, entered_at, entered_by, enterer_name)
                VALUES (:case, :kind, :item, :text, :promised, :lacked, :at, :by, :name)
                """)
                .param("case", caseId)
                .param("kind", kind.slug())
                .param("item", one.item())
                .param("text", one.text())
                .param("promised", one.promised())
                .param("lacked", one.lacked())
                .param("at", one.entered().atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("name", by.name())
                .update();
    }
}
