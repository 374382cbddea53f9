package dev.ward.lifecycle;

import dev.ward.device.DeviceStatus;
import dev.ward.identity.Reader;
import dev.ward.performance.EssentialPerformances;
import dev.ward.performance.Subject;
import dev.ward.product.Release;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts what gates ask for in what other modules publish.
@Repository
class GateFacts {

    private final JdbcClient jdbc;
    private final EssentialPerformances performances;

    GateFacts(JdbcClient jdbc, EssentialPerformances performances) {
        this.jdbc = jdbc;
        this.performances = performances;
    }

    boolean hasProfile(Release release) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM product.published_profile p
                                        WHERE p.product_id = :product
                                          AND p.model_id IS NOT DISTINCT FROM :model::uuid)
                        """)
                .param("product", release.product().value())
                .param("model", StageRepository.value(release.model()))
                .query(Boolean.class)
                .single();
    }

    /// @param all      whose software the release is: its model, or each model of its product
    /// @param missing  those of them without an approved version
    record Subjects(List<Subject> all, List<Subject> missing) {}

    Subjects performance(Reader reader, Release release) {
        List<Subject> all = performances.subjectsOfRelease(reader, release.id().value());
        return new Subjects(
                all,
                all.stream().filter(one -> performances.inForce(one).isEmpty()).toList());
    }

    boolean hasSubmission(Release release, Market market) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM product.published_submission s
                                        WHERE s.release_id = :release AND (:all OR upper(s.market) = :market))
                        """)
                .param("release", release.id().value())
                .param("all", market.isAll())
                .param("market", market.code())
                .query(Boolean.class)
                .single();
    }

    /// @param known    units in the field with the release
    /// @param unknown  units in the field of the model of which nobody knows the release
    record InField(long known, long unknown) {}

    InField inField(Reader reader, Release release, Market market) {
        return question(reader, release, market, """
                SELECT coalesce(sum(u.units) FILTER (WHERE NOT u.maybe), 0)::bigint AS known,
                       coalesce(sum(u.units) FILTER (WHERE u.maybe), 0)::bigint AS unknown
                  FROM unit u WHERE :everywhere OR u.country IS NULL OR u.country = :market
                """).query(InField.class).single();
    }

    /// Whether the product has any unit at all that Ward knows.
    boolean hasFleet(Reader reader, Release release) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM device.published_tally t
                                        WHERE t.product_id = :product AND t.devices > 0 AND %1$s)
                            OR EXISTS (SELECT FROM device.published_population t
                                        WHERE t.product_id = :product AND %1$s)
                        """.formatted(reader.sees("t")))
                .param("product", release.product().value())
                .query(Boolean.class)
                .single();
    }

    /// @param all      customers that have the release in use
    /// @param missing  those of them of which nothing of the kind is recorded
    /// @param unknown  customers, or units of no known customer, of which nobody knows whether they have it
    record Reached(long all, long missing, long unknown) {}

    Reached customers(Reader reader, Release release, Market market, RecordKind kind) {
        return question(reader, release, market, """
                , told AS (
                    SELECT r.customer_id FROM lifecycle.record r
                     WHERE r.kind = :kind AND r.release_id = :release AND r.market IN (:market, '*')
                       AND NOT EXISTS (SELECT FROM lifecycle.record n WHERE n.replaces = r.id)),
                reached AS (
                    SELECT u.customer_id, bool_and(u.maybe) AS maybe,
                           u.customer_id IN (SELECT t.customer_id FROM told t) AS told
                      FROM unit u
                     WHERE u.units > 0 AND (:everywhere OR u.country IS NULL OR u.country = :market)
                     GROUP BY u.customer_id)
                SELECT count(*) FILTER (WHERE NOT maybe AND customer_id IS NOT NULL) AS "all",
                       count(*) FILTER (WHERE NOT maybe AND customer_id IS NOT NULL AND NOT told) AS missing,
                       count(*) FILTER (WHERE customer_id IS NULL OR maybe AND NOT told) AS unknown
                  FROM reached
                """)
                .param("kind", kind.word())
                .query(Reached.class)
                .single();
    }

    /// How many units with the release, or that may have it, are with nobody that Ward knows.
    long withNobody(Reader reader, Release release, Market market) {
        return question(reader, release, market, """
                SELECT coalesce(sum(u.units), 0)::bigint
                  FROM unit u
                 WHERE u.customer_id IS NULL AND (:everywhere OR u.country IS NULL OR u.country = :market)
                """).query(Long.class).single();
    }

    /// Customers by name, those of whom something is missing first.
    List<EndOfSupport.Holder> holders(Reader reader, Release release, Market market, int most) {
        return question(reader, release, market, """
                , held AS (
                    SELECT u.customer_id, sum(u.units)::bigint AS units, bool_and(u.maybe) AS maybe
                      FROM unit u
                     WHERE u.customer_id IS NOT NULL AND u.units > 0
                       AND (:everywhere OR u.country IS NULL OR u.country = :market)
                     GROUP BY u.customer_id),
                said AS (
                    SELECT r.customer_id, bool_or(r.kind = 'notice') AS told, bool_or(r.kind = 'transfer') AS transferred
                      FROM lifecycle.record r
                     WHERE r.release_id = :release AND r.market IN (:market, '*') AND r.customer_id IS NOT NULL
                       AND NOT EXISTS (SELECT FROM lifecycle.record n WHERE n.replaces = r.id)
                     GROUP BY r.customer_id)
                SELECT h.customer_id AS id, c.name, h.units, h.maybe, coalesce(s.told, false) AS told,
                       coalesce(s.transferred, false) AS transferred
                  FROM held h
                  JOIN customer.published_customer c ON c.customer_id = h.customer_id
                  LEFT JOIN said s ON s.customer_id = h.customer_id
                 ORDER BY coalesce(s.told AND s.transferred, false), lower(c.name), h.customer_id
                 LIMIT :most
                """)
                .param("most", most)
                .query(EndOfSupport.Holder.class)
                .list();
    }

    /// Releases that are past their end of support on some market, without a plan that stands.
    List<EndOfSupport.Unplanned> unplanned(Reader reader, Instant now, int most) {
        return jdbc.sql("""
                        WITH ended AS (
                            SELECT s.release_id, min(s.effective_on) AS since
                              FROM lifecycle.stage_at(:now) s
                             WHERE s.stage = :ended AND s.begun
                               AND NOT EXISTS (SELECT FROM lifecycle.record r
                                                WHERE r.release_id = s.release_id AND r.kind = :plan
                                                  AND NOT EXISTS (SELECT FROM lifecycle.record n
                                                                   WHERE n.replaces = r.id))
                             GROUP BY s.release_id),
                        unit AS (
                            SELECT t.release_id, sum(t.devices) AS units FROM device.published_tally t
                             WHERE t.in_field AND t.release_id IN (SELECT e.release_id FROM ended e) AND %2$s
                             GROUP BY t.release_id)
                        SELECT r.release_id AS id,
                               r.product_name || coalesce(' ' || r.model_name, '') || ' ' || r.version AS name,
                               e.since, coalesce(u.units, 0)::bigint AS units
                          FROM ended e
                          JOIN product.published_release r ON r.release_id = e.release_id
                          LEFT JOIN unit u ON u.release_id = e.release_id
                         WHERE NOT r.archived AND %1$s
                         ORDER BY units DESC, r.product_order, left(r.version, 200), r.release_id LIMIT :most
                        """.formatted(reader.sees("r"), reader.sees("t")))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ended", Stage.END_OF_SUPPORT.word())
                .param("plan", RecordKind.LEGACY_PLAN.word())
                .param("most", most)
                .query(EndOfSupport.Unplanned.class)
                .list();
    }

    /// Devices with the release that are decommissioned, and those of them without an entry of the kind.
    record Gone(long all, long missing) {}

    Gone decommissioned(Reader reader, Release release, RecordKind kind) {
        return jdbc.sql("""
                        SELECT count(*) AS "all",
                               count(*) FILTER (WHERE NOT EXISTS (
                                   SELECT FROM lifecycle.record r
                                    WHERE r.device_id = d.device_id AND r.kind = :kind
                                      AND NOT EXISTS (SELECT FROM lifecycle.record n WHERE n.replaces = r.id)))
                               AS missing
                          FROM device.published_device d
                         WHERE d.product_id = :product AND d.release_id = :release AND d.status = :gone AND %s
                        """.formatted(reader.sees("d")))
                .params(Map.of(
                        "gone", DeviceStatus.DECOMMISSIONED.word(),
                        "kind", kind.word(),
                        "product", release.product().value(),
                        "release", release.id().value()))
                .query(Gone.class)
                .single();
    }

    /// Ward does not know which countries a market of several has: it then asks everywhere, so that nobody is
    /// left out.
    private JdbcClient.StatementSpec question(Reader reader, Release release, Market market, String rest) {
        boolean country = market.code().length() == 2 && !market.code().equals("EU");
        return jdbc.sql(units(reader) + rest)
                .param("product", release.product().value())
                .param("model", StageRepository.value(release.model()))
                .param("release", release.id().value())
                .param("everywhere", !country)
                .param("market", market.code());
    }

    /// Where the units with a release are. "maybe": units of the model of which nobody knows the release.
    private static String units(Reader reader) {
        return """
            WITH unit AS (
                SELECT t.customer_id, t.country, t.release_id IS NULL AS maybe, t.devices AS units
                  FROM device.published_tally t
                 WHERE t.in_field AND t.product_id = :product AND %1$s
                   AND (t.release_id = :release
                        OR t.release_id IS NULL AND (:model::uuid IS NULL OR t.model_id IS NULL OR t.model_id = :model::uuid))
                UNION ALL
                SELECT t.customer_id, t.country, t.release_id IS NULL, t.quantity
                  FROM device.published_population t
                 WHERE t.in_field AND t.product_id = :product AND %1$s
                   AND (t.release_id = :release
                        OR t.release_id IS NULL AND (:model::uuid IS NULL OR t.model_id IS NULL OR t.model_id = :model::uuid)))
            """.formatted(reader.sees("t"));
    }
}
