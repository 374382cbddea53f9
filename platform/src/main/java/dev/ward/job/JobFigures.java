package dev.ward.job;

import dev.ward.database.Figure;
import dev.ward.database.Figures;
import io.micrometer.core.instrument.Tags;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How many jobs wait and run, and how long the oldest has waited.
@Component
class JobFigures implements Figures {

    private final JdbcClient jdbc;
    private final ObjectProvider<JobWork> works;
    private final Clock clock;

    JobFigures(JdbcClient jdbc, ObjectProvider<JobWork> works, Clock clock) {
        this.jdbc = jdbc;
        this.works = works;
        this.clock = clock;
    }

    @Override
    public List<Figure> read() {
        Map<Tags, Long> counts = new HashMap<>();
        Map<Tags, Double> waits = new HashMap<>();
        works.forEach(work -> {
            counts.put(tags(work.kind(), "queued"), 0L);
            counts.put(tags(work.kind(), "running"), 0L);
            waits.put(Tags.of("kind", work.kind()), 0.0);
        });
        Instant now = clock.instant();
        jdbc.sql("""
                SELECT kind, status, count(*) AS jobs, min(submitted_at) AS oldest FROM job.job
                 WHERE status IN ('queued', 'running')
                 GROUP BY kind, status
                """).query(row -> {
            String kind = row.getString("kind");
            String status = row.getString("status");
            counts.put(tags(kind, status), row.getLong("jobs"));
            Timestamp oldest = row.getTimestamp("oldest");
            if (status.equals("queued")) {
                waits.put(
                        Tags.of("kind", kind),
                        Duration.between(oldest.toInstant(), now).toMillis() / 1000.0);
            }
        });
        return List.of(
                new Figure("ward.jobs", "", "Jobs that wait or run, by kind.", counts),
                new Figure(
                        "ward.jobs.oldest.waiting",
                        "seconds",
                        "How long the oldest job that has not begun has waited, by kind; 0 when none waits.",
                        waits));
    }

    private static Tags tags(String kind, String status) {
        return Tags.of("kind", kind, "status", status);
    }
}
