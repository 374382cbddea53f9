package dev.ward.job;

import dev.ward.audit.Actor;
import dev.ward.identity.Reader;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes work that outlives a request, and tells how far it is.
@Component
public class Jobs {

    private final JobRepository repository;
    private final JobScheduler scheduler;
    private final Clock clock;

    Jobs(JobRepository repository, JobScheduler scheduler, Clock clock) {
        this.repository = repository;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /// Puts a job into the queue, in the caller's transaction where there is one. It begins at once after
    /// the commit.
    ///
    /// @param kind     that of a [JobWork]
    /// @param subject  what it is done to, in words for people
    /// @param payload  all that the work needs to know, small
    @Transactional
    public Job submit(String kind, String subject, Map<String, String> payload, Actor actor) {
        JobId id = JobId.next();
        repository.insert(id, kind, subject, payload, actor, clock.instant());
        scheduler.schedule(id);
        return repository.find(id).orElseThrow();
    }

    /// The job of a kind that waits or runs. Until the caller's transaction ends, whoever asks the same waits, so that
    /// no second one is submitted.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Job> underWay(String kind) {
        repository.lock(kind);
        return repository.underWay(kind);
    }

    /// The newest job of a kind.
    public Optional<Job> newest(Reader reader, String kind) {
        return repository.newest(reader, kind);
    }

    /// Finds a job for a caller that has seen to it that its reader may see it.
    public Optional<Job> find(JobId id) {
        return repository.find(id);
    }

    public Optional<Job> find(Reader reader, JobId id) {
        return repository.find(reader, id);
    }

    /// The newest first.
    ///
    /// @param behind  the last job of the part before; null for the first part
    public List<Job> list(Reader reader, @Nullable JobId behind, int limit) {
        return repository.list(reader, behind, limit);
    }

    /// The steps that a job took, in their order.
    public List<JobStep> steps(JobId id) {
        return repository.steps(id);
    }
}
