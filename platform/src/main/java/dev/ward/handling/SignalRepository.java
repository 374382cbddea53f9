package dev.ward.handling;

import dev.ward.audit.Actor;
import dev.ward.database.Rows;
import dev.ward.database.Uuids;
import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import dev.ward.web.SortOrder;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SignalRepository {

    static final SortOrder NEWEST_FIRST = SortOrder.descending("received");

    private final JdbcClient jdbc;

    SignalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A duplicate is seen by those who see the signal that it repeats.
    private static String seen(Reader reader) {
        return """
                SELECT s.*, CASE WHEN s.case_id IS NOT NULL THEN c.public_id END AS case_number
                  FROM handling.signal s
                  LEFT JOIN handling.signal m ON m.id = s.duplicate_of
                  LEFT JOIN handling.vulnerability_case c ON c.id = coalesce(s.case_id, m.case_id)
                 WHERE %s
                """.formatted(reader.seesRestricted("c.restricted_to"));
    }

    void insert(Signal signal) {
        Payload payload = signal.payload();
        jdbc.sql("""
                INSERT INTO handling.signal (id, origin, received_at, learned_by, tlp, title, body, reporter, contact,
                            reference, products, vulnerabilities, payload_sha256, payload_name, payload_size, state,
                            entered_at, entered_by)
                VALUES (:id, :origin, :received, :learnedBy, :tlp, :title, :body, :reporter, :contact, :reference, :products,
                        :vulnerabilities, :sha256, :name, :size, :state, :entered, :enteredBy)
                """)
                .param("id", signal.id().value())
                .param("origin", signal.origin().word())
                .param("received", Rows.utc(signal.received()))
                .param("learnedBy", signal.learnedBy())
                .param("tlp", signal.tlp().word())
                .param("title", signal.title())
                .param("body", signal.text())
                .param("reporter", signal.reporter())
                .param("contact", signal.contact())
                .param("reference", signal.reference())
                .param("products", signal.products().toArray(String[]::new))
                .param("vulnerabilities", signal.vulnerabilities().toArray(String[]::new))
                .param("sha256", payload == null ? null : payload.sha256())
                .param("name", payload == null ? null : payload.name())
                .param("size", payload == null ? null : payload.size())
                .param("state", signal.state().word())
                .param("entered", Rows.utc(signal.entered()))
                .param("enteredBy", signal.enteredBy())
                .update();
    }

    Optional<Signal> find(Reader reader, SignalId id) {
        return jdbc.sql(seen(reader) + " AND s.id = :id")
                .param("id", id.value())
                .query((row, _) -> signal(row))
                .optional();
    }

    /// Newest receipt first.
    List<Signal> list(Reader reader, SignalFilter filter, @Nullable Cursor after, int rows) {
        SignalState state = filter.state();
        Origin origin = filter.origin();
        CaseNumber ofCase = filter.ofCase();
        String sql = seen(reader)
                + (filter.waiting() ? " AND s.state IN ('received', 'acknowledged', 'triaged')" : "")
                + (state == null ? "" : " AND s.state = :state")
                + (origin == null ? "" : " AND s.origin = :origin")
                + (ofCase == null ? "" : " AND c.public_id = :case AND s.case_id IS NOT NULL")
                + (after == null ? "" : " AND (s.received_at, s.id) < (:at::timestamptz, :id::uuid)")
                + " ORDER BY s.received_at DESC, s.id DESC LIMIT :rows";
        return jdbc.sql(sql)
                .param("state", state == null ? null : state.word())
                .param("origin", origin == null ? null : origin.word())
                .param("case", ofCase == null ? null : ofCase.text())
                .param("at", after == null ? null : after.instant(0).toString())
                .param("id", after == null ? null : after.uuid(1).toString())
                .param("rows", rows)
                .query((row, _) -> signal(row))
                .list();
    }

    static Cursor cursor(Signal signal) {
        return Cursor.of(NEWEST_FIRST, signal.received(), signal.id());
    }

    /// How many wait, counted no further than `most`.
    int waiting(Reader reader, int most) {
        return jdbc.sql("SELECT count(*) FROM (" + seen(reader)
                        + " AND s.state IN ('received', 'acknowledged', 'triaged') LIMIT :most) AS w")
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /// A signal and all that repeat it, in the order of receipt.
    List<Signal> alike(Reader reader, SignalId first, int most) {
        return jdbc.sql(seen(reader)
                        + " AND (s.id = :id OR s.duplicate_of = :id) ORDER BY s.received_at, s.arrival LIMIT :most")
                .param("id", first.value())
                .param("most", most)
                .query((row, _) -> signal(row))
                .list();
    }

    /// @param ofCase  the case's row
    /// @return false when another act came first
    boolean move(
            SignalId id,
            int revision,
            SignalState state,
            @Nullable Disposition disposition,
            @Nullable SignalId duplicateOf,
            @Nullable UUID ofCase) {
        return jdbc.sql("""
                        UPDATE handling.signal
                           SET state = :state, disposition = :disposition, duplicate_of = :duplicate::uuid,
                               case_id = :case::uuid, revision = revision + 1
                         WHERE id = :id AND revision = :revision
                        """)
                        .param("id", id.value())
                        .param("revision", revision)
                        .param("state", state.word())
                        .param("disposition", disposition == null ? null : disposition.word())
                        .param("duplicate", duplicateOf == null ? null : duplicateOf.toString())
                        .param("case", ofCase == null ? null : ofCase.toString())
                        .update()
                == 1;
    }

    /// @return false when something is kept already
    boolean attach(SignalId id, Payload payload) {
        return jdbc.sql("""
                        UPDATE handling.signal
                           SET payload_sha256 = :sha256, payload_name = :name, payload_size = :size, revision = revision + 1
                         WHERE id = :id AND payload_sha256 IS NULL AND NOT 'payload' = ANY (purged)
                        """)
                        .param("id", id.value())
                        .param("sha256", payload.sha256())
                        .param("name", payload.name())
                        .param("size", payload.size())
                        .update()
                == 1;
    }

    /// @return false when another act came first
    boolean takeOut(SignalId id, int revision, Set<PersonalField> fields) {
        return jdbc.sql("""
                        UPDATE handling.signal
                           SET reporter = CASE WHEN 'reporter' = ANY (:fields) THEN NULL ELSE reporter END,
                               contact = CASE WHEN 'contact' = ANY (:fields) THEN NULL ELSE contact END,
                               learned_by = CASE WHEN 'learned-by' = ANY (:fields) THEN NULL ELSE learned_by END,
                               reference = CASE WHEN 'reference' = ANY (:fields) THEN NULL ELSE reference END,
                               body = CASE WHEN 'text' = ANY (:fields) THEN NULL ELSE body END,
                               payload_sha256 = CASE WHEN 'payload' = ANY (:fields) THEN NULL ELSE payload_sha256 END,
                               payload_name = CASE WHEN 'payload' = ANY (:fields) THEN NULL ELSE payload_name END,
                               payload_size = CASE WHEN 'payload' = ANY (:fields) THEN NULL ELSE payload_size END,
                               purged = purged || :fields, revision = revision + 1
                         WHERE id = :id AND revision = :revision
                        """)
                        .param("id", id.value())
                        .param("revision", revision)
                        .param(
                                "fields",
                                fields.stream().map(PersonalField::word).toArray(String[]::new),
                                Types.ARRAY)
                        .update()
                == 1;
    }

    void takeOutLearnedBy(SignalId id) {
        jdbc.sql("UPDATE handling.signal_event SET detail = NULL WHERE signal_id = :id AND what = 'Received'")
                .param("id", id.value())
                .update();
    }

    /// Takes the reasons out of the signal's history, and out of that of its case, where the reason of their
    /// joining stands too. Details stay: they are case numbers, signals and digests, and say what holds it.
    void takeOutHistory(SignalId id, String title) {
        jdbc.sql("""
                UPDATE handling.signal_event
                   SET because = NULL
                 WHERE signal_id = :id
                """).param("id", id.value()).update();
        jdbc.sql("""
                UPDATE handling.case_event e SET because = NULL
                  FROM handling.signal s
                 WHERE s.id = :id AND e.case_id = s.case_id AND e.what = 'Signal joined' AND e.detail = :title
                """).param("id", id.value()).param("title", title).update();
    }

    /// Where a signal is and ever was: of cases those that it is or was in, and those that were merged into
    /// them; of signals those that it repeats or was said to repeat, with their cases.
    SignalPlaces places(SignalId id) {
        return jdbc.sql("""
                WITH RECURSIVE told AS (
                    SELECT :id::uuid AS id
                     UNION
                    SELECT r.id FROM told t
                     CROSS JOIN LATERAL (
                           SELECT s.duplicate_of AS id FROM handling.signal s
                            WHERE s.id = t.id AND s.duplicate_of IS NOT NULL
                            UNION
                           SELECT e.detail::uuid FROM handling.signal_event e
                            WHERE e.signal_id = t.id AND e.what = 'Dispositioned: Duplicate' AND e.detail IS NOT NULL) r
                ), place AS (
                    SELECT c.id, c.public_id FROM handling.vulnerability_case c
                     WHERE c.id IN (SELECT s.case_id FROM handling.signal s WHERE s.id IN (SELECT t.id FROM told t))
                        OR c.public_id IN (SELECT e.detail FROM handling.signal_event e
                                            WHERE e.signal_id IN (SELECT t.id FROM told t)
                                              AND e.what IN ('Joined to a case', 'Reopened'))
                     UNION
                    SELECT m.id, m.public_id FROM handling.vulnerability_case m JOIN place p ON m.merged_into = p.id)
                SELECT array(SELECT p.public_id FROM place p ORDER BY 1) AS cases,
                       array(SELECT t.id FROM told t WHERE t.id <> :id::uuid ORDER BY 1) AS signals
                """)
                .param("id", id.value())
                .query((row, _) -> new SignalPlaces(
                        Rows.texts(row, "cases").stream().map(CaseNumber::new).toList(),
                        Rows.ids(row, "signals").stream().map(SignalId::new).toList()))
                .single();
    }

    /// Lets what repeats one signal repeat another instead.
    void repoint(SignalId from, SignalId to) {
        jdbc.sql("UPDATE handling.signal SET duplicate_of = :to, revision = revision + 1 WHERE duplicate_of = :from")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    /// Takes all signals of a case along to another.
    int rejoin(UUID from, UUID to) {
        return jdbc.sql("UPDATE handling.signal SET case_id = :to, revision = revision + 1 WHERE case_id = :from")
                .param("from", from)
                .param("to", to)
                .update();
    }

    boolean wasAcknowledged(SignalId id) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM handling.signal_event e
                                WHERE e.signal_id = :id AND e.what = 'Acknowledged')
                """).param("id", id.value()).query(Boolean.class).single();
    }

    void note(SignalId id, Actor actor, Instant at, String what, @Nullable String detail, @Nullable String because) {
        jdbc.sql("""
                INSERT INTO handling.signal_event (id, signal_id, at, actor_id, actor_name, what, detail, because)
                VALUES (:id, :signal, :at, :actorId, :actorName, :what, :detail, :because)
                """)
                .param("id", Uuids.next())
                .param("signal", id.value())
                .param("at", Rows.utc(at))
                .param("actorId", actor.id())
                .param("actorName", actor.name())
                .param("what", what)
                .param("detail", detail)
                .param("because", because)
                .update();
    }

    /// Only of a signal that the reader was shown.
    List<Step> history(Signal seen) {
        return StepRows.of(
                jdbc,
                "SELECT e.* FROM handling.signal_event e WHERE e.signal_id = :of ORDER BY e.at, e.id LIMIT 1000",
                seen.id().value());
    }

    private static Signal signal(ResultSet row) throws SQLException {
        String disposition = row.getString("disposition");
        UUID duplicate = row.getObject("duplicate_of", UUID.class);
        String number = row.getString("case_number");
        String sha256 = row.getString("payload_sha256");
        return new Signal(
                new SignalId(row.getObject("id", UUID.class)),
                Worded.get(Origin.values(), row.getString("origin")),
                Rows.instant(row, "received_at"),
                row.getString("learned_by"),
                Worded.get(Tlp.values(), row.getString("tlp")),
                row.getString("title"),
                row.getString("body"),
                row.getString("reporter"),
                row.getString("contact"),
                row.getString("reference"),
                Rows.texts(row, "products"),
                Rows.texts(row, "vulnerabilities"),
                sha256 == null ? null : new Payload(row.getString("payload_name"), sha256, row.getLong("payload_size")),
                Worded.get(SignalState.values(), row.getString("state")),
                disposition == null ? null : Worded.get(Disposition.values(), disposition),
                duplicate == null ? null : new SignalId(duplicate),
                number == null ? null : new CaseNumber(number),
                row.getInt("revision"),
                Rows.instant(row, "entered_at"),
                row.getString("entered_by"));
    }
}
