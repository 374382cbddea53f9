package dev.ward.inspection;

import dev.ward.audit.Actor;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.Restrictions;
import dev.ward.identity.AccountId;
import dev.ward.identity.Reader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InspectionRepository {

    private static final String WITHHELD = "withheld";

    private final JdbcClient jdbc;

    InspectionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, InspectionDraft draft, Actor actor, Instant at) {
        jdbc.sql("""
                INSERT INTO inspection.inspection (id, account_id, inspector, authority, products, cases, from_day, until_day,
                                                   last_day, opened_at, opened_by, opener_name)
                VALUES (:id, :account, :inspector, :authority, :products, :cases, :from, :until, :last, :at, :by, :name)
                """)
                .param("id", id)
                .param("account", draft.account().value())
                .param("inspector", draft.inspector())
                .param("authority", draft.authority())
                .param(
                        "products",
                        draft.products().stream().map(one -> one.value()).toArray(UUID[]::new),
                        Types.ARRAY)
                .param("cases", draft.cases().stream().map(CaseNumber::text).toArray(String[]::new), Types.ARRAY)
                .param("from", draft.from())
                .param("until", draft.until())
                .param("last", draft.lastDay())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", actor.id())
                .param("name", actor.name())
                .update();
    }

    /// @return false when it was ended already
    boolean end(UUID id, Actor actor, Instant at) {
        return jdbc.sql("""
                        UPDATE inspection.inspection SET ended_at = :at, ended_by = :by, ender_name = :name
                         WHERE id = :id AND ended_at IS NULL
                        """)
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", actor.id())
                        .param("name", actor.name())
                        .update()
                == 1;
    }

    /// With the numbers of those cases alone that the reader may know of.
    private static String shown(Reader reader) {
        return """
                SELECT i.id, i.account_id, i.inspector, i.authority, i.products,
                       array(SELECT CASE WHEN %s THEN k.number ELSE '%s' END
                               FROM unnest(i.cases) WITH ORDINALITY k (number, place) ORDER BY k.place) AS cases,
                       i.from_day, i.until_day, i.last_day, i.opened_at, i.opener_name, i.ended_at, i.ender_name
                  FROM inspection.inspection i
                 WHERE %s
                """.formatted(Restrictions.sees(reader, "'case'", "k.number"), WITHHELD, reader.sees("i"));
    }

    Optional<Inspection> find(Reader reader, UUID id) {
        return jdbc.sql(shown(reader) + " AND i.id = :id")
                .param("id", id)
                .query((row, _) -> inspection(row))
                .optional();
    }

    /// @param behind  the last of the part before; null for the first part
    List<Inspection> list(Reader reader, @Nullable UUID behind, int rows) {
        return jdbc.sql(shown(reader) + """
                   AND (:behind::uuid IS NULL OR (i.opened_at, i.id) <
                        (SELECT b.opened_at, b.id FROM inspection.inspection b WHERE b.id = :behind::uuid))
                 ORDER BY i.opened_at DESC, i.id DESC LIMIT :rows
                """)
                .param("behind", behind)
                .param("rows", rows)
                .query((row, _) -> inspection(row))
                .list();
    }

    /// Those of an inspector that are open on a day.
    List<Inspection> open(AccountId account, LocalDate today) {
        return jdbc.sql("""
                SELECT i.* FROM inspection.inspection i
                 WHERE i.account_id = :account AND i.last_day >= :today AND i.ended_at IS NULL
                 ORDER BY i.opened_at DESC, i.id DESC LIMIT 50
                """)
                .param("account", account.value())
                .param("today", today)
                .query((row, _) -> inspection(row))
                .list();
    }

    private static final String CASE_IN_SCOPE = """
            (c.public_id = ANY (:cases)
             OR (c.opened_at >= :from::timestamptz AND c.opened_at < :until::timestamptz
                 AND EXISTS (SELECT FROM handling.published_case_product p
                              WHERE p.case_id = c.case_id AND p.product_id = ANY (:products))))
            """;

    private static String casesInScope(Reader reader) {
        return "SELECT c.public_id, c.title, c.opened_at FROM handling.published_case c WHERE "
                + reader.seesRestricted("c.restricted_to") + " AND " + CASE_IN_SCOPE;
    }

    /// The cases in scope, the last opened first. An embargoed one only for whom it names.
    List<CaseInScope> cases(Reader reader, Inspection of, int most) {
        return scoped(of, casesInScope(reader) + " ORDER BY c.opened_at DESC, c.public_id LIMIT :most")
                .param("most", most)
                .query((row, _) -> new CaseInScope(
                        new CaseNumber(row.getString("public_id")),
                        row.getString("title"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    boolean isInScope(Reader reader, Inspection of, CaseNumber number) {
        return scoped(of, "SELECT EXISTS (" + casesInScope(reader) + " AND c.public_id = :number)")
                .param("number", number.text())
                .query(Boolean.class)
                .single();
    }

    /// Assessments of which any version was decided in the period, though they were decided again since.
    private static String decisionsInScope(Reader reader) {
        return """
                SELECT d.assessment_id, (array_agg(d.vulnerability ORDER BY d.version DESC))[1] AS vulnerability,
                       (SELECT r.product_name FROM product.published_release r
                         WHERE r.product_id = d.product_id LIMIT 1) AS product_name,
                       max(d.decided_at) AS decided_at
                  FROM assessment.published_decided_version d
                 WHERE %s
                   AND ((d.product_id = ANY (:products)
                         AND d.decided_at >= :from::timestamptz AND d.decided_at < :until::timestamptz)
                        OR d.assessment_id IN (SELECT a.assessment_id FROM handling.published_case_assessment a
                                                 JOIN handling.published_case c ON c.case_id = a.case_id
                                                WHERE %s AND c.public_id = ANY (:cases)))
                   AND (:one::uuid IS NULL OR d.assessment_id = :one::uuid)
                 GROUP BY d.assessment_id, d.product_id
                 ORDER BY max(d.decided_at) DESC, d.assessment_id LIMIT :most
                """.formatted(reader.seesRestricted("d.restricted_to"), reader.seesRestricted("c.restricted_to"));
    }

    /// The assessments in scope that were decided, the last decided first.
    List<DecisionInScope> decisions(Reader reader, Inspection of, int most) {
        return decisions(reader, of, null, most);
    }

    Optional<DecisionInScope> decision(Reader reader, Inspection of, UUID assessment) {
        return decisions(reader, of, assessment, 1).stream().findFirst();
    }

    private List<DecisionInScope> decisions(Reader reader, Inspection of, @Nullable UUID one, int most) {
        return scoped(of, decisionsInScope(reader))
                .param("one", one == null ? null : one.toString())
                .param("most", most)
                .query((row, _) -> new DecisionInScope(
                        row.getObject("assessment_id", UUID.class),
                        row.getString("vulnerability") + " in " + row.getString("product_name"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private JdbcClient.StatementSpec scoped(Inspection of, String sql) {
        return jdbc.sql(sql)
                .param("cases", of.cases().toArray(String[]::new), Types.ARRAY)
                .param("products", of.products().toArray(UUID[]::new), Types.ARRAY)
                .param("from", of.from().atStartOfDay(ZoneOffset.UTC).toOffsetDateTime())
                .param(
                        "until",
                        of.until().plusDays(1).atStartOfDay(ZoneOffset.UTC).toOffsetDateTime());
    }

    /// @param kind    of what is seen, as the audit trail names it; null where it is no single record
    /// @param record  its id; null with the kind
    void note(
            UUID inspection,
            Actor actor,
            @Nullable String kind,
            @Nullable String record,
            String what,
            String path,
            Instant at) {
        jdbc.sql("""
                INSERT INTO inspection.seen (inspection_id, at, actor_id, actor_name, record_kind, record_id, what, path)
                VALUES (:inspection, :at, :actor, :name, :kind, :record, :what, :path)
                """)
                .param("inspection", inspection)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", actor.id())
                .param("name", actor.name())
                .param("kind", kind)
                .param("record", record)
                .param("what", what)
                .param("path", path)
                .update();
    }

    /// What is about an embargoed case says so to nobody who is not read in.
    private static String seen(Reader reader) {
        return """
                SELECT s.number, s.at, s.actor_name, CASE WHEN t.shown THEN s.what ELSE '%1$s' END AS what,
                       CASE WHEN t.shown THEN s.path ELSE '%1$s' END AS path
                  FROM inspection.seen s
                 CROSS JOIN LATERAL (SELECT %2$s AS shown) t
                 WHERE s.inspection_id = :inspection
                """.formatted(WITHHELD, Restrictions.sees(reader, "s.record_kind", "s.record_id"));
    }

    /// The last seen first.
    List<Seen> seen(Reader reader, UUID inspection, int most) {
        return jdbc.sql(seen(reader) + " ORDER BY s.number DESC LIMIT :most")
                .param("inspection", inspection)
                .param("most", most)
                .query((row, _) -> seen(row))
                .list();
    }

    /// All of it, the first seen first.
    List<Seen> all(Reader reader, UUID inspection) {
        return jdbc.sql(seen(reader) + " ORDER BY s.number")
                .param("inspection", inspection)
                .query((row, _) -> seen(row))
                .list();
    }

    private static Seen seen(ResultSet row) throws SQLException {
        return new Seen(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor_name"),
                row.getString("what"),
                row.getString("path"));
    }

    private static Inspection inspection(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Inspection(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("inspector"),
                row.getString("authority"),
                List.of((UUID[]) row.getArray("products").getArray()),
                List.of((String[]) row.getArray("cases").getArray()),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("opener_name"),
                ended == null ? null : ended.toInstant(),
                row.getString("ender_name"));
    }
}
