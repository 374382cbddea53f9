package dev.ward.handling;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Rows;
import dev.ward.database.Uuids;
import dev.ward.identity.Mandate;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The privileged notes of a case. Whoever asks must have the permission at that moment; the case is not
/// touched by them, its history does not tell of them, and the trail tells that one was written and by
/// whom, not what it says.
@Service
@Transactional
public class PrivilegedNotes {

    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST = 1_000;

    private final Cases cases;
    private final CaseLog log;
    private final Mandate mandate;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    PrivilegedNotes(Cases cases, CaseLog log, Mandate mandate, AuditTrail audit, JdbcClient jdbc) {
        this.cases = cases;
        this.log = log;
        this.mandate = mandate;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /// @throws ProblemException  when the person may not, or does not see the case
    public PrivilegedNote write(Actor actor, Reader reader, CaseNumber number, @Nullable String text) {
        mandate.confirm(actor, Permission.PRIVILEGED_NOTE);
        VulnerabilityCase one = cases.get(reader, number);
        String words = TypedText.lines("note", text, LONGEST_TEXT);
        if (words == null) {
            throw TypedText.refused("note", "The note is missing.", "is missing");
        }
        PrivilegedNote note = new PrivilegedNote(Uuids.next(), log.now(), actor.name(), words);
        jdbc.sql("""
                INSERT INTO handling.privileged_note (id, case_id, at, author_id, author_name, body)
                VALUES (:id, :case, :at, :author, :name, :body)
                """)
                .param("id", note.id())
                .param("case", one.id())
                .param("at", Rows.utc(note.at()))
                .param("author", actor.id())
                .param("name", note.by())
                .param("body", words)
                .update();
        audit.record(
                actor,
                Act.of("case.privileged-note-written", CaseLog.SUBJECT, number.text())
                        .after("note", note.id().toString()));
        return note;
    }

    /// The oldest first.
    ///
    /// @throws ProblemException  when the person may not, or does not see the case
    @Transactional(readOnly = true)
    public List<PrivilegedNote> list(Actor actor, Reader reader, CaseNumber number) {
        mandate.confirm(actor, Permission.PRIVILEGED_NOTE);
        UUID id = cases.get(reader, number).id();
        return jdbc.sql("SELECT n.* FROM handling.privileged_note n WHERE n.case_id = :case AND " + reader.sees("n")
                        + " ORDER BY n.at, n.id LIMIT :most")
                .param("case", id)
                .param("most", MOST)
                .query((row, _) -> note(row))
                .list();
    }

    private static PrivilegedNote note(ResultSet row) throws SQLException {
        Instant at = Rows.instant(row, "at");
        return new PrivilegedNote(
                row.getObject("id", UUID.class), at, row.getString("author_name"), row.getString("body"));
    }
}
