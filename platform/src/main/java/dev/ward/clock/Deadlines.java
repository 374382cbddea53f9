package dev.ward.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps deadlines, and tells of each once when it comes near and once when it is over, however long
/// nobody was there.
@Service
public class Deadlines {

    private final DeadlineRepository deadlines;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deadlines(DeadlineRepository deadlines, ApplicationEventPublisher events, Clock clock) {
        this.deadlines = deadlines;
        this.events = events;
        this.clock = clock;
    }

    /// Takes what owners found for all that they have. One that is not among them any more is void.
    ///
    /// @param kind  of the owners, `case`
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String kind, Map<UUID, List<DeadlineDraft>> found) {
        deadlines.keep(kind, found, now());
    }

    /// Tells of all that came near or went by since it was last called. Several servers may call it at
    /// once.
    ///
    /// @return of how many it told
    @Transactional
    @Scheduled(initialDelayString = "PT7S", fixedDelayString = "PT20S")
    public int advance() {
        return advance(now());
    }

    int advance(Instant now) {
        DeadlineRepository.Told told = deadlines.advance(now);
        if (!told.late().isEmpty()) {
            events.publishEvent(new DeadlinesToldLate(deadlines.late(told.late(), now)));
        }
        return told.count();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
