package dev.ward.job;

import com.github.kagkarlsson.scheduler.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The time by which jobs are handed out: that of the database, which all servers share.
///
/// It never goes back while the server lives, whatever happens to the clocks: the scheduler would wait until the time
/// has come again.
@Component
class JobClock implements Clock {

    /// @param time   what the database's clock said
    /// @param nanos  what [System#nanoTime] said then
    private record Reading(Instant time, long nanos) {

        Instant now() {
            return time.plusNanos(System.nanoTime() - nanos);
        }
    }

    private final JdbcClient jdbc;
    private volatile Reading reading;

    JobClock(JdbcClient jdbc, java.time.Clock clock) {
        this.jdbc = jdbc;
        this.reading = new Reading(clock.instant(), System.nanoTime());
    }

    @Override
    public Instant now() {
        return reading.now();
    }

    /// Takes the database's time as it is, at a start, when nothing waits yet.
    void set() {
        reading = read();
    }

    /// Follows the database's clock where it is ahead.
    ///
    /// @return how far ahead of the database's clock this one was, negative when it was behind
    Duration follow() {
        Instant own = now();
        Reading there = read();
        if (there.time().isAfter(own)) {
            reading = there;
        }
        return Duration.between(there.time(), own);
    }

    private Reading read() {
        Instant time = jdbc.sql("SELECT clock_timestamp()")
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
        return new Reading(time, System.nanoTime());
    }
}
