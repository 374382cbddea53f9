package dev.ward.handling;

import dev.ward.audit.Actor;
import dev.ward.database.Rows;
import dev.ward.database.Uuids;
import dev.ward.identity.AccountId;
import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import dev.ward.web.SortOrder;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CaseRepository {

    static final SortOrder NEWEST_FIRST = SortOrder.descending("opened");

    private final JdbcClient jdbc;

    CaseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String seen(Reader reader) {
        return """
                SELECT c.*,
                       ARRAY(SELECT v.name FROM handling.case_vulnerability v WHERE v.case_id = c.id
                              ORDER BY v.added_at, v.name LIMIT 100) AS vulnerabilities,
                       (SELECT m.public_id FROM handling.vulnerability_case m WHERE m.id = c.merged_into AND %2$s) AS merged,
                       (SELECT f.public_id FROM handling.vulnerability_case f WHERE f.id = c.split_from AND %3$s) AS split
                  FROM handling.vulnerability_case c
                 WHERE %1$s
                """.formatted(
                        reader.seesRestricted("c.restricted_to"),
                        reader.seesRestricted("m.restricted_to"),
                        reader.seesRestricted("f.restricted_to"));
    }

    /// @return false when another case has the number
    boolean insert(UUID id, CaseNumber number, CaseDraft draft, @Nullable AccountId owner, Instant at) {
        return jdbc.sql("""
                        INSERT INTO handling.vulnerability_case
                               (id, public_id, title, description, phase, owner_id, opened_at, changed_at)
                        VALUES (:id, :number, :title, :description, 'receipt', :owner::uuid, :at, :at)
                        ON CONFLICT (public_id) DO NOTHING
                        """)
                        .param("id", id)
                        .param("number", number.text())
                        .param("title", draft.title())
                        .param("description", draft.description())
                        .param("owner", owner == null ? null : owner.toString())
                        .param("at", Rows.utc(at))
                        .update()
                == 1;
    }

    Optional<VulnerabilityCase> find(Reader reader, CaseNumber number) {
        return jdbc.sql(seen(reader) + " AND c.public_id = :number")
                .param("number", number.text())
                .query((row, _) -> read(row))
                .optional();
    }

    /// The same, held against others until the transaction ends.
    Optional<VulnerabilityCase> hold(Reader reader, CaseNumber number) {
        jdbc.sql("SELECT c.id FROM handling.vulnerability_case c WHERE c.public_id = :number FOR UPDATE")
                .param("number", number.text())
                .query(UUID.class)
                .list();
        return find(reader, number);
    }

    Optional<UUID> openId(Reader reader, CaseNumber number) {
        return jdbc.sql("SELECT c.id FROM handling.vulnerability_case c WHERE c.public_id = :number"
                        + " AND c.closed_at IS NULL AND " + reader.seesRestricted("c.restricted_to") + " FOR SHARE")
                .param("number", number.text())
                .query(UUID.class)
                .optional();
    }

    /// Whoever asks has been shown the case.
    boolean isRestricted(CaseNumber number) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM handling.vulnerability_case c
                                WHERE c.public_id = :number AND c.restricted_to IS NOT NULL)
                """).param("number", number.text()).query(Boolean.class).single();
    }

    List<VulnerabilityCase> list(Reader reader, CaseFilter filter, @Nullable Cursor after, int rows) {
        Phase phase = filter.phase();
        AccountId owner = filter.owner();
        String sql = seen(reader)
                + (filter.closed() ? " AND c.closed_at IS NOT NULL" : " AND c.closed_at IS NULL")
                + (phase == null ? "" : " AND c.phase = :phase")
                + (owner == null ? "" : " AND c.owner_id = :owner::uuid")
                + (filter.vulnerability() == null ? "" : HOLDS)
                + (after == null ? "" : " AND (c.opened_at, c.id) < (:at::timestamptz, :id::uuid)")
                + " ORDER BY c.opened_at DESC, c.id DESC LIMIT :rows";
        return jdbc.sql(sql)
                .param("phase", phase == null ? null : phase.word())
                .param("owner", owner == null ? null : owner.toString())
                .param("name", filter.vulnerability())
                .param("at", after == null ? null : after.instant(0).toString())
                .param("id", after == null ? null : after.uuid(1).toString())
                .param("rows", rows)
                .query((row, _) -> read(row))
                .list();
    }

    /// By any of its names.
    private static final String HOLDS = """
             AND c.id IN (SELECT h.case_id FROM handling.case_vulnerability h
                           WHERE h.name = :name
                              OR h.name IN (SELECT n.name FROM advisory.published_name n
                                             WHERE n.vulnerability_id = (SELECT a.vulnerability_id
                                                                           FROM advisory.published_name a
                                                                          WHERE a.name = :name)))
            """;

    static Cursor cursor(VulnerabilityCase one) {
        return Cursor.of(NEWEST_FIRST, one.opened(), one.id());
    }

    /// By the number's beginning, a vulnerability's name, or the beginning of the title; open ones first.
    ///
    /// @param vulnerability  the text as a vulnerability would be written
    List<VulnerabilityCase> named(Reader reader, String text, String vulnerability, int most) {
        String small = text.toLowerCase(Locale.ROOT);
        String pattern = small.replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return jdbc.sql(seen(reader) + """
                 AND (c.public_id LIKE upper(:pattern)
                      OR left(lower(c.title), 200) LIKE :pattern
                      OR c.id IN (SELECT h.case_id FROM handling.case_vulnerability h WHERE h.name = :text))
                 ORDER BY c.closed_at IS NOT NULL, c.opened_at DESC, c.id DESC LIMIT :most
                """)
                .param("pattern", pattern)
                .param("text", vulnerability)
                .param("most", most)
                .query((row, _) -> read(row))
                .list();
    }

    /// @return false when another change came first
    boolean edit(UUID id, int revision, CaseDraft draft, Instant at) {
        return jdbc.sql("""
                        UPDATE handling.vulnerability_case
                           SET title = :title, description = :description, revision = revision + 1, changed_at = :at
                         WHERE id = :id AND revision = :revision
                        """)
                        .param("id", id)
                        .param("revision", revision)
                        .param("title", draft.title())
                        .param("description", draft.description())
                        .param("at", Rows.utc(at))
                        .update()
                == 1;
    }

    void phase(UUID id, Phase phase) {
        jdbc.sql("UPDATE handling.vulnerability_case SET phase = :phase WHERE id = :id")
                .param("id", id)
                .param("phase", phase.word())
                .update();
    }

    void owner(UUID id, @Nullable AccountId owner) {
        jdbc.sql("UPDATE handling.vulnerability_case SET owner_id = :owner::uuid WHERE id = :id")
                .param("id", id)
                .param("owner", owner == null ? null : owner.toString())
                .update();
    }

    /// @param because  null to open it again
    void close(UUID id, @Nullable String because, @Nullable UUID into, Instant at) {
        jdbc.sql("""
                UPDATE handling.vulnerability_case
                   SET closed_at = CASE WHEN :because::text IS NULL THEN NULL ELSE :at::timestamptz END,
                       closed_because = :because, merged_into = :into::uuid
                 WHERE id = :id
                """)
                .param("id", id)
                .param("because", because)
                .param("into", into == null ? null : into.toString())
                .param("at", at.toString())
                .update();
    }

    /// A case that was merged and the one that goes on in its place; none when it was not merged.
    Set<UUID> mergedInto(UUID id) {
        return jdbc.sql("""
                        SELECT unnest(ARRAY[c.id, c.merged_into]) FROM handling.vulnerability_case c
                         WHERE c.id = :id AND c.merged_into IS NOT NULL
                        """).param("id", id).query(UUID.class).set();
    }

    void splitFrom(UUID id, UUID from) {
        jdbc.sql("UPDATE handling.vulnerability_case SET split_from = :from WHERE id = :id")
                .param("id", id)
                .param("from", from)
                .update();
    }

    /// Sets or lifts the embargo; those who are read in are the participants, some of them for a time alone.
    void embargo(UUID id, @Nullable Embargo embargo) {
        jdbc.sql("""
                UPDATE handling.vulnerability_case c
                   SET embargo_until = :until::timestamptz, embargo_zone = :zone, embargo_leak = :leak,
                       restricted_to = CASE WHEN :until::text IS NOT NULL THEN
                           ARRAY(SELECT coalesce(p.opening_id, p.account_id) FROM handling.participant p
                                  WHERE p.case_id = c.id ORDER BY 1) END
                 WHERE id = :id
                """)
                .param("id", id)
                .param("until", embargo == null ? null : embargo.until().toString())
                .param("zone", embargo == null ? null : embargo.zone().getId())
                .param("leak", embargo == null ? null : embargo.onLeak())
                .update();
    }

    /// Says that something about it was changed.
    void touch(UUID id, Instant at) {
        jdbc.sql("UPDATE handling.vulnerability_case SET revision = revision + 1, changed_at = :at WHERE id = :id")
                .param("id", id)
                .param("at", Rows.utc(at))
                .update();
    }

    void note(UUID id, Actor actor, Instant at, String what, @Nullable String detail, @Nullable String because) {
        jdbc.sql("""
                INSERT INTO handling.case_event (id, case_id, at, actor_id, actor_name, what, detail, because)
                VALUES (:id, :case, :at, :actorId, :actorName, :what, :detail, :because)
                """)
                .param("id", Uuids.next())
                .param("case", id)
                .param("at", Rows.utc(at))
                .param("actorId", actor.id())
                .param("actorName", actor.name())
                .param("what", what)
                .param("detail", detail)
                .param("because", because)
                .update();
    }

    /// Only of a case that the reader was shown.
    List<Step> history(VulnerabilityCase seen) {
        return StepRows.of(
                jdbc,
                "SELECT e.* FROM handling.case_event e WHERE e.case_id = :of ORDER BY e.at, e.id LIMIT 2000",
                seen.id());
    }

    private static @Nullable CaseNumber number(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : new CaseNumber(text);
    }

    private static VulnerabilityCase read(ResultSet row) throws SQLException {
        UUID owner = row.getObject("owner_id", UUID.class);
        Instant until = Rows.instantOrNull(row, "embargo_until");
        return new VulnerabilityCase(
                row.getObject("id", UUID.class),
                new CaseNumber(row.getString("public_id")),
                row.getString("title"),
                row.getString("description"),
                Worded.get(Phase.values(), row.getString("phase")),
                owner == null ? null : new AccountId(owner),
                Rows.texts(row, "vulnerabilities"),
                number(row, "merged"),
                number(row, "split"),
                Rows.instantOrNull(row, "closed_at"),
                row.getString("closed_because"),
                until == null
                        ? null
                        : new Embargo(
                                until,
                                ZoneId.of(Objects.requireNonNull(row.getString("embargo_zone"))),
                                Objects.requireNonNull(row.getString("embargo_leak"))),
                row.getInt("revision"),
                Rows.instant(row, "opened_at"),
                Rows.instant(row, "changed_at"));
    }
}
