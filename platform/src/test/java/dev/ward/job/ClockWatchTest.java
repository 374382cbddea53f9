package dev.ward.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ward.audit.Actor;
import dev.ward.database.TestDatabase;
import dev.ward.web.Viewer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ClockWatchTest {

    private static final Viewer OPERATOR = viewer(true);

    private final HikariDataSource pool = TestDatabase.pool(TestDatabase.fresh());
    private final JdbcClient jdbc = JdbcClient.create(pool);
    private final JobRepository repository = new JobRepository(jdbc);
    private Duration ahead = Duration.ZERO;

    private final InstantSource stepped = () -> Instant.now().plus(ahead);
    private final Clock clock = stepped.withZone(ZoneOffset.UTC);
    private final ClockWatch watch = new ClockWatch(clock, repository, new SimpleMeterRegistry());

    private static Viewer viewer(boolean operates) {
        return new Viewer() {
            @Override
            public boolean signedIn() {
                return true;
            }

            @Override
            public String name() {
                return "Anna";
            }

            @Override
            public String role() {
                return "Administrator";
            }

            @Override
            public boolean may(String permission) {
                return operates;
            }
        };
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void saysNothingWhileTheClockGoesOn() {
        watch.look();
        watch.look();

        assertThat(watch.words(OPERATOR)).isEmpty();
    }

    @Test
    void tellsThoseWhoOperateWardThatTheClockJumped() {
        ahead = Duration.ofHours(-1);
        watch.look();
        ahead = Duration.ZERO;
        watch.look();

        assertThat(watch.words(OPERATOR))
                .hasValueSatisfying(words -> assertThat(words)
                        .contains("jumped forward by 1 hour", "Work goes on", "See that the clock is right"));
        assertThat(watch.words(viewer(false))).isEmpty();
    }

    @Test
    void tellsThatItsClockIsNotThatOfTheDatabase() {
        ahead = Duration.ofDays(1);
        watch.look();

        assertThat(watch.words(OPERATOR))
                .hasValueSatisfying(words -> assertThat(words).contains("ahead of that of its database"));
    }

    @Test
    void tellsThatAJobWasTakenAtATimeThatHasNotComeYet() {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        repository.insert(JobId.next(), "test.work", "a test", Map.of(), Actor.machine("test"), tomorrow);
        watch.look();

        assertThat(watch.words(OPERATOR))
                .hasValueSatisfying(words -> assertThat(words)
                        .contains("but Ward took a job at", "the clock was ahead then, or is behind now"));
    }

    @Test
    void letsTheTimeOfJobsNeverGoBack() {
        ahead = Duration.ofDays(1);
        JobClock jobs = new JobClock(jdbc, clock);
        Instant before = jobs.now();

        assertThat(jobs.follow()).isBetween(Duration.ofHours(23), Duration.ofHours(25));
        assertThat(jobs.now()).isAfterOrEqualTo(before);
        jobs.set();
        assertThat(jobs.now()).isBefore(before);
    }
}
