package dev.ward.job;

import dev.ward.database.Uuids;
import dev.ward.job.JobRepository.Attempt;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/// Makes one attempt at a job, and writes down how it ended.
@Component
class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final JobRepository repository;
    private final ObjectProvider<JobWork> works;
    private final Clock clock;

    JobRunner(JobRepository repository, ObjectProvider<JobWork> works, Clock clock) {
        this.repository = repository;
        this.works = works;
        this.clock = clock;
    }

    /// @param stopping  whether the server is about to stop
    /// @throws JobStopped  when the job is to be begun again
    void run(JobId id, BooleanSupplier stopping) {
        Optional<Attempt> begun = repository.begin(id, clock.instant());
        if (begun.isEmpty()) {
            return;
        }
        Attempt attempt = begun.get();
        RunningJob run = new RunningJob(attempt, repository, clock, stopping);
        try {
            Map<String, String> result = work(attempt.kind()).run(run);
            repository.complete(attempt, result, clock.instant());
        } catch (JobProblem problem) {
            fail(attempt, run, String.valueOf(problem.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JobStopped("the server stops");
        } catch (JobStopped
                | TransientDataAccessException
                | RecoverableDataAccessException
                | NonTransientDataAccessResourceException
                | CannotCreateTransactionException e) {
            throw e;
        } catch (Exception | StackOverflowError e) {
            if (stopping.getAsBoolean()) {
                throw new JobStopped("the server stops");
            }
            String error = Uuids.next().toString();
            LOG.error("Job {} of kind {} failed, error {}", id, attempt.kind(), error, e);
            fail(
                    attempt,
                    run,
                    "Something broke inside Ward, and the job ended. The log knows more under the id " + error + ".");
        }
    }

    private void fail(Attempt attempt, RunningJob run, String problem) {
        works.stream().filter(work -> work.kind().equals(attempt.kind())).forEach(work -> work.failed(run, problem));
        repository.fail(attempt, problem, clock.instant());
    }

    private JobWork work(String kind) {
        return works.stream()
                .filter(work -> work.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody does jobs of kind \"%s\"".formatted(kind)));
    }
}
