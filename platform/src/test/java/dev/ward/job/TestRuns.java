package dev.ward.job;

import dev.ward.audit.Actor;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/// Makes attempts at jobs that no scheduler knows of, so that a test decides when the server stops.
@Component
public class TestRuns {

    private final JobRepository repository;
    private final JobRunner runner;

    TestRuns(JobRepository repository, JobRunner runner) {
        this.repository = repository;
        this.runner = runner;
    }

    public JobId insert(String kind, Map<String, String> payload) {
        JobId id = JobId.next();
        repository.insert(id, kind, "a test", payload, Actor.machine("test"), Instant.now());
        return id;
    }

    /// @return whether the attempt was left to be made again
    public boolean isStopped(JobId id, BooleanSupplier stopping) {
        try {
            runner.run(id, stopping);
            return false;
        } catch (JobStopped e) {
            return true;
        }
    }
}
