package dev.ward.device.intake;

import dev.ward.table.RowNotes;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Decides what is to be done with each staged row; changes nothing but the staging tables and the report.
@Repository
class DecideSteps {

    private static final String PRESENT = """
            d.model_id, d.di, d.lot, d.manufactured_on, d.expires_on, d.release_id, d.configuration_id, d.customer_id,
            d.site_id, d.country, d.reference, d.networked, d.contract_until, d.warranty_until, d.status""";

    /// The rules that are judged here and nowhere else.
    private static final List<Rule> OWN = List.of(
            Rule.SAME_ROW,
            Rule.ROWS_CONTRADICT,
            Rule.AMBIGUOUS_DEVICE,
            Rule.UNKNOWN_DEVICE,
            Rule.TWO_DEVICES,
            Rule.MODEL_DIFFERS,
            Rule.MOVED,
            Rule.OLDER);

    private static final String AMBIGUOUS = """
            SELECT s.number, s.line, s.serial AS value,
                   format('%s devices of the product have the serial', t.devices) AS reason
              FROM (SELECT number, count(*) AS devices FROM device.staged_work WHERE work IN ('known', 'unchanged')
                     GROUP BY number HAVING count(*) > 1) t
              JOIN device.staged_row s ON s.number = t.number
            """;

    /// Rows of devices that Ward does not have: to report is not to add.
    private static final String STRANGERS = """
            SELECT s.number, s.line, s.serial AS value, 'Ward has no device of this product with the serial' AS reason
              FROM device.staged_work w
              JOIN device.staged_row s ON s.number = w.number
             WHERE w.work = 'new'
            """;

    /// Rows whose UDI is that of another device than the one that their product and serial lead to.
    private static final String OTHER_DEVICE = """
            SELECT s.number, s.line, s.di || ' ' || s.serial AS value,
                   format('the UDI is that of another device: %s %s',
                          coalesce((SELECT p.name FROM product.published_product p
                                     WHERE p.product_id = u.product_id), ''), u.serial) AS reason
              FROM device.staged_row s
              JOIN device.staged_work w ON w.number = s.number AND w.work IN ('new', 'known')
              LEFT JOIN device.device d ON d.id = w.device_id
              JOIN device.device u ON u.di = s.di AND lower(u.serial) = lower(s.serial)
             WHERE u.id <> w.device_id AND s.di IS DISTINCT FROM d.di
            """;

    /// Rows whose release is of another model than the one that their device has already.
    private static final String OTHER_MODEL = """
            SELECT s.number, s.line, r.version AS value, 'the release is of another model than the device' AS reason
              FROM device.staged_row s
              JOIN device.staged_work w ON w.number = s.number AND w.work = 'known'
              JOIN device.device d ON d.id = w.device_id
              JOIN product.published_release r ON r.release_id = s.release_id
             WHERE r.model_id <> coalesce(s.model_id, d.model_id)
            """;

    private final JdbcClient jdbc;

    DecideSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many rows there are of each work, `new`, `changed`, `older`, `stated`, `unchanged`, `repeated`, `refused`,
    /// and
    /// how often a rule was broken.
    record Decision(Map<String, Long> works, Map<Rule, Long> rules) {

        long count(String work) {
            return works.getOrDefault(work, 0L);
        }
    }

    /// Within a transaction, and for rows of which nothing was decided yet.
    ///
    /// @param id    of the import or report
    /// @param feed  whose rows they are; of reports there is none
    Decision decide(Stage stage, UUID id, @Nullable UUID feed) {
        Judging judging = new Judging(stage, id, new EnumMap<>(Rule.class));
        if (stage.isLarge()) {
            jdbc.sql("SET LOCAL work_mem = '128MB'").update();
        }
        if (!stage.isOfOne()) {
            twins(judging);
            twinLabels(judging);
        }
        match(stage, feed);
        if (!stage.isOfOne() || isRefused(stage)) {
            judge(judging);
        }
        compare(stage);
        if (!stage.isOfReports()) {
            moved(judging);
        }
        Map<String, Long> works = works(stage);
        if (works.containsKey("older")) {
            older(judging);
        }
        return new Decision(works, judging.rules());
    }

    /// Forgets what was decided before, and decides again.
    Decision decideAnew(Stage stage, UUID id, @Nullable UUID feed) {
        jdbc.sql(stage.isOfReports() ? stage.sql("DELETE FROM device.staged_work") : "TRUNCATE device.staged_work")
                .update();
        jdbc.sql(stage.sql("DELETE FROM device.import_note WHERE import_id = :import AND rule = ANY(:rules)"))
                .param("import", id)
                .param("rules", OWN.stream().map(Rule::word).toArray(String[]::new))
                .update();
        return decide(stage, id, feed);
    }

    /// Whether the one row is refused for anything: asked at once, it takes as long as each question alone.
    private boolean isRefused(Stage stage) {
        return jdbc.sql(stage.sql("SELECT EXISTS (%s) OR EXISTS (%s) OR EXISTS (%s) OR EXISTS (%s)"
                        .formatted(AMBIGUOUS, STRANGERS, OTHER_DEVICE, OTHER_MODEL)))
                .query(Boolean.class)
                .single();
    }

    private void judge(Judging judging) {
        Stage stage = judging.stage();
        refuse(Rule.AMBIGUOUS_DEVICE, judging, AMBIGUOUS);
        if (stage.isOfReports()) {
            refuse(Rule.UNKNOWN_DEVICE, judging, STRANGERS);
        }
        if (!stage.isOfOne()) {
            supersede(stage);
            claimedTwice(judging);
        }
        refuse(Rule.TWO_DEVICES, judging, OTHER_DEVICE);
        refuse(Rule.MODEL_DIFFERS, judging, OTHER_MODEL);
    }

    private Map<String, Long> works(Stage stage) {
        Map<String, Long> works = new HashMap<>();
        jdbc.sql(stage.sql("SELECT work, count(*) FROM device.staged_work GROUP BY work"))
                .query(row -> {
                    works.put(row.getString(1), row.getLong(2));
                });
        return works;
    }

    /// @param rules  how often each was broken so far
    private record Judging(Stage stage, UUID id, Map<Rule, Long> rules) {

        void add(Rule rule, long count) {
            if (count > 0) {
                rules.merge(rule, count, Long::sum);
            }
        }
    }

    /// Rows of one product, model and serial: the same words count once, different ones not at all. Reports of
    /// different
    /// times do not contradict each other.
    private void twins(Judging judging) {
        Map<String, Long> counts =
                noted("""
                WITH twin AS (
                    SELECT product_id, lower(serial) AS key, bool_or(model_id IS NULL) AS vague
                      FROM device.staged_row GROUP BY 1, 2 HAVING count(*) > 1),
                member AS (
                    SELECT s.number, s.line, s.serial, row_number() OVER w AS nth, count(*) OVER w AS rows,
                           min(s.line) OVER w AS first, max(s.line) OVER w AS last,
                           min(encode(s.digest, 'hex')) OVER w <> max(encode(s.digest, 'hex')) OVER w AS differ
                      FROM device.staged_row s
                      JOIN twin t ON t.product_id = s.product_id AND t.key = lower(s.serial)
                    WINDOW w AS (PARTITION BY s.product_id, lower(s.serial),
                                              CASE WHEN t.vague THEN NULL ELSE s.model_id END<time>
                                 ORDER BY s.number ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)),
                chosen AS (
                    SELECT *, CASE WHEN differ THEN 'refused' ELSE 'repeated' END AS work
                      FROM member WHERE rows > 1 AND (differ OR nth > 1)),
                worked AS (
                    INSERT INTO device.staged_work (number, work) SELECT number, work FROM chosen),
                noted AS (
                    INSERT INTO device.import_note (import_id, refused, line, rule, heading, value, reason)
                    SELECT :import, differ, line, CASE WHEN differ THEN 'rows-contradict' ELSE 'same-row' END, :serial,
                           serial, format('%s rows from line %s to line %s speak of one device', rows, first, last)
                      FROM (SELECT *, row_number() OVER (PARTITION BY differ ORDER BY number) AS told FROM chosen) c
                     WHERE differ OR told <= :most)
                SELECT work, count(*) FROM chosen GROUP BY work
                """.replace("<time>", judging.stage().isOfReports() ? ", s.confirmed_at" : ""), judging);
        judging.add(Rule.ROWS_CONTRADICT, counts.getOrDefault("refused", 0L));
        judging.add(Rule.SAME_ROW, counts.getOrDefault("repeated", 0L));
    }

    /// Rows of one UDI and of different products or models.
    private void twinLabels(Judging judging) {
        refuse(Rule.ROWS_CONTRADICT, judging, """
                SELECT s.number, s.line, s.di || ' ' || s.serial AS value,
                       format('%s rows from line %s to line %s have one UDI, of different products or models',
                              t.rows, t.first, t.last) AS reason
                  FROM (SELECT di, lower(serial) AS key, count(*) AS rows, min(line) AS first, max(line) AS last
                          FROM device.staged_row WHERE di IS NOT NULL GROUP BY 1, 2
                        HAVING count(*) > 1
                           AND (min(product_id::text) <> max(product_id::text)
                                OR count(DISTINCT coalesce(model_id::text, '')) > 1)) t
                  JOIN device.staged_row s ON s.di = t.di AND lower(s.serial) = t.key
                 WHERE NOT EXISTS (SELECT FROM device.staged_work w WHERE w.number = s.number)
                """);
    }

    /// Finds the device of each row that is not decided yet; a new one gets its id here.
    private void match(Stage stage, @Nullable UUID feed) {
        jdbc.sql(stage.sql("""
                INSERT INTO device.staged_work (number, device_id, work)
                SELECT s.number, coalesce(d.id, device.new_id()),
                       CASE WHEN d.id IS NULL THEN 'new' WHEN t.digest = s.digest THEN 'unchanged' ELSE 'known' END
                  FROM device.staged_row s
                  LEFT JOIN device.device d
                    ON d.product_id = s.product_id AND lower(d.serial) = lower(s.serial)
                   AND (d.model_id = s.model_id OR d.model_id IS NULL OR s.model_id IS NULL)
                  LEFT JOIN device.stated t ON t.feed = :feed::uuid AND t.device_id = d.id
                 WHERE NOT EXISTS (SELECT FROM device.staged_work w WHERE w.number = s.number)
                """)).param("feed", feed).update();
        if (stage == Stage.IMPORT) {
            jdbc.sql("SELECT device.analyze_staged()::text").query(String.class).optional();
        } else if (stage.isLarge()) {
            jdbc.sql(stage.sql("ANALYZE device.staged_work")).update();
        }
    }

    /// Of several reports on one device the newest counts; those before it are older, where they say something else.
    private void supersede(Stage stage) {
        if (!stage.isOfReports()) {
            return;
        }
        jdbc.sql(stage.sql("""
                WITH told AS (
                    SELECT w.number, w.device_id, s.confirmed_at, s.release_id, s.says_release, s.configuration_id,
                           s.networked, s.says_networked, max(s.confirmed_at) OVER (PARTITION BY w.device_id) AS newest
                      FROM device.staged_work w
                      JOIN device.staged_row s ON s.number = w.number
                     WHERE w.work = 'known')
                UPDATE device.staged_work w
                   SET work = CASE WHEN EXISTS (
                       SELECT FROM told n
                        WHERE n.device_id = o.device_id AND n.confirmed_at = o.newest
                          AND (n.release_id, n.says_release, n.configuration_id, n.networked, n.says_networked)
                              IS NOT DISTINCT FROM
                              (o.release_id, o.says_release, o.configuration_id, o.networked, o.says_networked))
                       THEN 'repeated' ELSE 'older' END
                  FROM told o
                 WHERE o.number = w.number AND o.confirmed_at < o.newest
                """)).update();
    }

    private void claimedTwice(Judging judging) {
        refuse(Rule.ROWS_CONTRADICT, judging, """
                SELECT s.number, s.line, s.serial AS value,
                       format('%s rows of different models speak of one device that Ward has without a model', t.rows)
                           AS reason
                  FROM (SELECT device_id, count(*) AS rows FROM device.staged_work WHERE work IN ('known', 'unchanged')
                         GROUP BY device_id HAVING count(*) > 1) t
                  JOIN device.staged_work w ON w.device_id = t.device_id
                  JOIN device.staged_row s ON s.number = w.number
                """);
    }

    /// Of the devices that are known, which change.
    private void compare(Stage stage) {
        jdbc.sql(stage.sql("""
                WITH merged AS (
                    SELECT w.number, %s, s.confirmed_at, s.says_confirmed, w.device_id, s.shipped_on
                      FROM device.staged_work w
                      JOIN device.staged_row s ON s.number = w.number
                      JOIN device.device d ON d.id = w.device_id
                     WHERE w.work = 'known')
                UPDATE device.staged_work w
                   SET work = CASE
                       WHEN (m.model_id, m.di, m.lot, m.manufactured_on, m.expires_on, m.release_id, m.configuration_id,
                             m.customer_id, m.site_id, m.country, m.reference, m.networked, m.contract_until,
                             m.warranty_until, m.status) IS DISTINCT FROM (%s)
                       THEN CASE WHEN m.confirmed_at < d.confirmed_at THEN 'older' ELSE 'changed' END
                       WHEN m.says_confirmed AND m.confirmed_at > coalesce(d.confirmed_at, '-infinity') THEN 'changed'
                       ELSE 'stated' END
                  FROM merged m
                  JOIN device.device d ON d.id = m.device_id
                 WHERE w.number = m.number AND w.work = 'known'
                """.formatted(stage.merged(), PRESENT))).update();
    }

    private void moved(Judging judging) {
        warn(Rule.MOVED, judging, """
                SELECT s.line, s.serial AS value,
                       format('the device was at %s', coalesce(c.name, 'another customer')) AS reason
                  FROM device.staged_work w
                  JOIN device.staged_row s ON s.number = w.number
                  JOIN device.device d ON d.id = w.device_id
                  LEFT JOIN customer.published_customer c ON c.customer_id = d.customer_id
                 WHERE w.work = 'changed' AND s.customer_id <> d.customer_id
                """);
    }

    private void older(Judging judging) {
        warn(Rule.OLDER, judging, """
                SELECT s.line, s.serial AS value,
                       CASE WHEN s.confirmed_at < d.confirmed_at
                            THEN format('the row is of %s, and what Ward knows of %s',
                                        to_char(s.confirmed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD'),
                                        to_char(d.confirmed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD'))
                            ELSE 'another line says something newer of the device' END AS reason
                  FROM device.staged_work w
                  JOIN device.staged_row s ON s.number = w.number
                  JOIN device.device d ON d.id = w.device_id
                 WHERE w.work = 'older'
                """);
    }

    /// @param rows  gives number, line, value and reason of the rows to refuse
    private void refuse(Rule rule, Judging judging, String rows) {
        Map<String, Long> counts = noted("""
                WITH chosen AS MATERIALIZED (%s),
                undone AS (DELETE FROM device.staged_work WHERE number IN (SELECT number FROM chosen)),
                worked AS (
                    INSERT INTO device.staged_work (number, work) SELECT DISTINCT number, 'refused' FROM chosen),
                noted AS (
                    INSERT INTO device.import_note (import_id, refused, line, rule, heading, value, reason)
                    SELECT DISTINCT ON (number) :import, true, line, :rule, :serial, left(value, 200), reason
                      FROM chosen
                     WHERE :most > 0)
                SELECT 'all', count(DISTINCT number) FROM chosen
                """.formatted(rows).replace(":rule", "'" + rule.word() + "'"), judging);
        judging.add(rule, counts.getOrDefault("all", 0L));
    }

    /// @param rows  gives line, value and reason of the rows to warn of
    private void warn(Rule rule, Judging judging, String rows) {
        Map<String, Long> counts = noted("""
                WITH chosen AS MATERIALIZED (%s),
                noted AS (
                    INSERT INTO device.import_note (import_id, refused, line, rule, heading, value, reason)
                    SELECT :import, false, line, :rule, :serial, left(value, 200), reason
                      FROM chosen ORDER BY line LIMIT :most)
                SELECT 'all', count(*) FROM chosen
                """.formatted(rows).replace(":rule", "'" + rule.word() + "'"), judging);
        judging.add(rule, counts.getOrDefault("all", 0L));
    }

    private Map<String, Long> noted(String sql, Judging judging) {
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql(judging.stage().sql(sql))
                .param("import", judging.id())
                .param("serial", Field.SERIAL.title())
                .param("most", RowNotes.MOST_WARNINGS)
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }
}
