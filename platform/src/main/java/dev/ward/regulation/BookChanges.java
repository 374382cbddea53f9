package dev.ward.regulation;

import dev.ward.audit.Actor;
import dev.ward.identity.Reader;
import dev.ward.job.Job;
import dev.ward.job.Jobs;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// How every change of the book ends: with its next edition, and all cases judged anew by it.
@Component
class BookChanges {

    private final BookRepository repository;
    private final Jobs jobs;

    BookChanges(BookRepository repository, Jobs jobs) {
        this.repository = repository;
        this.jobs = jobs;
    }

    /// The number that the next edition will have; nobody else makes one until the transaction ends. Until
    /// it is done the book in force is the one before.
    @Transactional(propagation = Propagation.MANDATORY)
    long begin() {
        repository.lock();
        return repository.head().edition() + 1;
    }

    /// Call it when all that belongs to the edition is written.
    ///
    /// @param because  what changed, in words
    @Transactional(propagation = Propagation.MANDATORY)
    Job done(Actor actor, Instant now, String because) {
        long edition = repository.next(now);
        return jobs.submit(
                EvaluationWork.KIND,
                "All cases, judged anew: " + because,
                Map.of("edition", Long.toString(edition)),
                actor);
    }

    /// The job that judged all cases last, or does so now.
    Optional<Job> newest(Reader reader) {
        return jobs.newest(reader, EvaluationWork.KIND);
    }
}
