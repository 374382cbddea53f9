package dev.ward.job;

import dev.ward.web.StandingNotice;
import dev.ward.web.Times;
import dev.ward.web.Viewer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Notices that the system's clock jumps, or is not the database's, and says so to those who operate Ward.
@Component
class ClockWatch implements StandingNotice {

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

    /// What a network time service may correct, and a busy machine delay, without a word.
    private static final Duration TOLERATED = Duration.ofSeconds(10);
    /// How long a jump is told of, by a clock that does not jump.
    private static final Duration TOLD = Duration.ofHours(24);

    private final Clock clock;
    private final JobRepository repository;
    private volatile Look last;
    private volatile @Nullable Jump jump;
    private volatile String present = "";
    private volatile double ahead;

    private record Look(Instant time, long nanos) {}

    /// @param to     what the clock said after it
    /// @param nanos  when it was noticed
    private record Jump(Duration by, Instant to, long nanos) {

        boolean isTold() {
            return System.nanoTime() - nanos < TOLD.toNanos();
        }
    }

    ClockWatch(Clock clock, JobRepository repository, MeterRegistry meters) {
        this.clock = clock;
        this.repository = repository;
        this.last = new Look(clock.instant(), System.nanoTime());
        meters.gauge("ward.clock.ahead.of.database", this, watch -> watch.ahead);
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void look() {
        Look before = last;
        last = new Look(clock.instant(), System.nanoTime());
        Duration by = Duration.between(before.time().plusNanos(last.nanos() - before.nanos()), last.time());
        if (isMuch(by)) {
            jump = new Jump(by, last.time(), last.nanos());
            LOG.warn("The system's clock {}", words(by, last.time()));
        }
        try {
            compare();
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("The database's clock could not be read", e);
        }
    }

    private void compare() {
        long begun = System.nanoTime();
        Instant own = clock.instant();
        JobRepository.Times there = repository.times();
        Duration asked = Duration.ofNanos(System.nanoTime() - begun);
        Duration difference = Duration.between(there.now(), own.plus(asked.dividedBy(2)));
        ahead = difference.toMillis() / 1000.0;
        String words = "";
        if (difference.abs().compareTo(TOLERATED.plus(asked)) > 0) {
            words = "This server's clock is %s %s that of its database."
                    .formatted(length(difference), difference.isNegative() ? "behind" : "ahead of");
        } else if (there.newest() != null && there.newest().isAfter(own.plus(TOLERATED))) {
            words = "The clock says %s, but Ward took a job at %s: the clock was ahead then, or is behind now."
                    .formatted(Times.absolute(own), Times.absolute(there.newest()));
        }
        if (!words.isEmpty() && !words.equals(present)) {
            LOG.warn("{}", words);
        }
        present = words;
    }

    /// Rounded to the second, so that an hour is not 59 minutes.
    private static String length(Duration time) {
        return Times.length(time.abs().plusMillis(500).truncatedTo(ChronoUnit.SECONDS));
    }

    private static boolean isMuch(Duration by) {
        return by.abs().compareTo(TOLERATED) > 0;
    }

    private static String words(Duration by, Instant to) {
        return "jumped %s by %s, to %s (or the machine slept)."
                .formatted(by.isNegative() ? "back" : "forward", length(by), Times.absolute(to));
    }

    @Override
    public Optional<String> words(Viewer viewer) {
        Jump seen = jump;
        boolean told = seen != null && seen.isTold();
        if ((present.isEmpty() && !told) || !viewer.may("ACCOUNT_WRITE")) {
            return Optional.empty();
        }
        String jumped = seen != null && told ? "The clock of this server " + words(seen.by(), seen.to()) + " " : "";
        return Optional.of(
                "%s%s Work goes on; times that were written meanwhile may be wrong. See that the clock is right."
                        .formatted(jumped, present));
    }
}
