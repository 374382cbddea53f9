package dev.ward.finding;

import dev.ward.database.Figure;
import dev.ward.database.Figures;
import dev.ward.finding.MarkRepository.Mark;
import dev.ward.standards.cvss.SeverityRating;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How far matching is behind, and how the findings stand.
@Component
class MatchingFigures implements Figures {

    /// Counting what waits ends here.
    private static final int MOST = 100_000;

    private static final int MOST_FINDINGS = 10_000;

    private final JdbcClient jdbc;
    private final MarkRepository marks;
    private final Clock clock;
    private final Counter opened;
    private final Counter closed;
    private long counted = -1;

    MatchingFigures(JdbcClient jdbc, MarkRepository marks, Clock clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.marks = marks;
        this.clock = clock;
        opened = Counter.builder("ward.findings.opened")
                .description("Findings that matching opened since this server started.")
                .register(meters);
        closed = Counter.builder("ward.findings.closed")
                .description("Findings that matching closed since this server started.")
                .register(meters);
    }

    @Override
    public List<Figure> read() {
        countChanges();
        Backlog records = recordsBehind(marks.get("advisory"));
        Backlog sboms = sbomsBehind(marks.get("sbom"));
        return List.of(
                new Figure(
                        "ward.matching.waiting",
                        "",
                        "Records and SBOMs that matching has not read yet, counted up to 100,000.",
                        Map.of(
                                Tags.of("what", "records"), records.count(),
                                Tags.of("what", "sboms"), sboms.count())),
                new Figure(
                        "ward.matching.oldest.waiting",
                        "seconds",
                        "How long the first of them has waited; 0 when none waits.",
                        Map.of(
                                Tags.of("what", "records"), age(records),
                                Tags.of("what", "sboms"), age(sboms))),
                new Figure("ward.findings.open", "", "Open findings, by severity.", open()),
                new Figure(
                        "ward.findings.undecided",
                        "",
                        "Candidates, and findings whose source was withdrawn; counted up to 10,000.",
                        Map.of(
                                Tags.of("state", "candidate"), undecided("candidate"),
                                Tags.of("state", "source-withdrawn"), undecided("source-withdrawn"))));
    }

    /// @param since  when the first came; null when there is none
    private record Backlog(long count, @Nullable Timestamp since) {}

    private double age(Backlog behind) {
        return behind.since() == null
                ? 0
                : Math.max(
                        0,
                        Duration.between(behind.since().toInstant(), clock.instant())
                                        .toMillis()
                                / 1000.0);
    }

    private Backlog recordsBehind(Mark mark) {
        return jdbc.sql("""
                WITH behind AS (
                    SELECT change_set FROM advisory.published_record
                     WHERE change_set >= :value AND (change_set, record_id) > (:value, :within)
                     ORDER BY change_set
                     LIMIT :most)
                SELECT count(*) AS count,
                       (SELECT c.at FROM advisory.published_change_set c
                         WHERE c.change_set = (SELECT min(b.change_set) FROM behind b)) AS since
                  FROM behind
                """)
                .param("value", mark.value())
                .param("within", mark.within())
                .param("most", MOST)
                .query(Backlog.class)
                .single();
    }

    private Backlog sbomsBehind(Mark mark) {
        return jdbc.sql("""
                SELECT count(*) AS count, min(completed_at) AS since
                  FROM (SELECT completed_at FROM sbom.published_snapshot
                         WHERE sequence > :value ORDER BY sequence LIMIT :most) behind
                """)
                .param("value", mark.value())
                .param("most", MOST)
                .query(Backlog.class)
                .single();
    }

    private Map<Tags, Long> open() {
        Map<Tags, Long> open = new HashMap<>();
        for (SeverityRating rating : SeverityRating.values()) {
            open.put(tags(rating), 0L);
        }
        jdbc.sql("SELECT rating, sum(open)::bigint AS findings FROM finding.tally GROUP BY rating")
                .query(row -> {
                    open.put(tags(SeverityRating.values()[row.getInt("rating")]), row.getLong("findings"));
                });
        return open;
    }

    private static Tags tags(SeverityRating rating) {
        return Tags.of("severity", rating.name().toLowerCase(Locale.ROOT));
    }

    private long undecided(String state) {
        return jdbc.sql("""
                SELECT count(*) FROM (
                    SELECT FROM finding.finding
                     WHERE state = :state AND state IN ('candidate', 'source-withdrawn') LIMIT :most) waiting
                """)
                .param("state", state)
                .param("most", MOST_FINDINGS)
                .query(Long.class)
                .single();
    }

    /// Adds what the change sets say that were written since it last looked.
    private void countChanges() {
        if (counted < 0) {
            counted = jdbc.sql("SELECT coalesce(max(number), 0) FROM finding.change_set")
                    .query(Long.class)
                    .single();
        }
        jdbc.sql("""
                SELECT coalesce(max(number), :counted) AS number,
                       coalesce(sum(opened), 0) AS opened, coalesce(sum(closed), 0) AS closed
                  FROM finding.change_set WHERE number > :counted
                """).param("counted", counted).query(row -> {
            counted = row.getLong("number");
            opened.increment(row.getDouble("opened"));
            closed.increment(row.getDouble("closed"));
        });
    }
}
