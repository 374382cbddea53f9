package dev.ward.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Notes the chain's head outside of the database, each minute in which it moved and at the end: in the data folder's
/// file, and in the log, which an operator may send to another machine.
@Component
@Lazy(false)
@ConditionalOnProperty("ward.data-folder")
class HeadKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(HeadKeeper.class);

    private final ChainRepository chain;
    private final HeadNotes notes;
    private final Clock clock;
    private volatile ChainHead last = ChainRepository.EMPTY;
    private volatile long entries;
    private volatile Instant looked = Instant.EPOCH;

    HeadKeeper(
            ChainRepository chain, @Value("${ward.data-folder}") Path dataFolder, Clock clock, MeterRegistry meters) {
        this.chain = chain;
        this.notes = HeadNotes.in(dataFolder);
        this.clock = clock;
        Gauge.builder("ward.audit.entries", () -> entries)
                .description("Entries of the audit trail, looked at each minute.")
                .register(meters);
        Gauge.builder("ward.audit.noted.entries", () -> last.seq())
                .description("Entries up to the head that this server last noted outside of the database.")
                .register(meters);
        Gauge.builder("ward.audit.head.noted.timestamp", () -> looked.getEpochSecond())
                .description("When the head was last found to be noted, in seconds since 1970.")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    @PreDestroy
    synchronized void note() {
        try {
            ChainHead head = chain.head();
            entries = head.seq();
            if (!head.equals(last)) {
                notes.add(clock.instant(), head);
                LOG.info("The audit trail's head is {}", head);
                last = head;
            }
            looked = clock.instant();
        } catch (DataAccessException e) {
            LOG.warn("The audit trail's head could not be read, and was not noted: {}", e.getMessage());
        } catch (IOException e) {
            LOG.error("The audit trail's head could not be noted in \"{}\": {}", notes.file(), e.getMessage());
        }
    }
}
