package dev.ward.audit;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
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
    private ChainHead last = ChainRepository.EMPTY;

    HeadKeeper(ChainRepository chain, @Value("${ward.data-folder}") Path dataFolder, Clock clock) {
        this.chain = chain;
        this.notes = HeadNotes.in(dataFolder);
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    @PreDestroy
    synchronized void note() {
        try {
            ChainHead head = chain.head();
            if (!head.equals(last)) {
                notes.add(clock.instant(), head);
                LOG.info("The audit trail's head is {}", head);
                last = head;
            }
        } catch (DataAccessException e) {
            LOG.warn("The audit trail's head could not be read, and was not noted: {}", e.getMessage());
        } catch (IOException e) {
            LOG.error("The audit trail's head could not be noted in \"{}\": {}", notes.file(), e.getMessage());
        }
    }
}
