package dev.ward.job;

import dev.ward.database.DatabaseFault;
import dev.ward.database.Uuids;
import dev.ward.job.JobRepository.Attempt;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes one attempt at a job, and writes down how it ended.
@Component
class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private static final String DISK_FULL = "The disk on which Ward keeps its data is full, and the job ended."
            + " Make room on it, and order the job again.";

    private final JobRepository repository;
    private final ObjectProvider<JobWork> works;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();

    JobRunner(
            JobRepository repository,
            ObjectProvider<JobWork> works,
            TransactionTemplate transactions,
            Clock clock,
            MeterRegistry meters) {
        this.transactions = transactions;
        this.meters = meters;
        this.repository = repository;
        this.works = works;
        this.clock = clock;
    }

    /// @param stopping  whether the server is about to stop
    /// @throws JobStopped    when the job is to be begun again
    /// @throws JobPostponed  when it is to be begun again a little later
    void run(JobId id, BooleanSupplier stopping) {
        Optional<Job> job = repository.find(id);
        if (job.isEmpty()) {
            return;
        }
        Semaphore free = places.computeIfAbsent(job.get().kind(), this::places);
        if (!free.tryAcquire()) {
            throw new JobPostponed("waits for others of its kind");
        }
        try {
            attempt(id, stopping);
        } finally {
            free.release();
        }
    }

    private Semaphore places(String kind) {
        return new Semaphore(works.stream()
                .filter(work -> work.kind().equals(kind))
                .mapToInt(JobWork::most)
                .findFirst()
                .orElse(Integer.MAX_VALUE));
    }

    private void attempt(JobId id, BooleanSupplier stopping) {
        Optional<Attempt> begun = repository.begin(id, clock.instant());
        if (begun.isEmpty()) {
            return;
        }
        Attempt attempt = begun.get();
        RunningJob run = new RunningJob(attempt, repository, clock, stopping);
        Timer.Sample begin = Timer.start(meters);
        try (MDC.MDCCloseable _ = MDC.putCloseable("job", id.toString())) {
            Map<String, String> result = work(attempt.kind()).run(run);
            repository.complete(attempt, result, clock.instant());
            begin.stop(duration(attempt, JobStatus.COMPLETED));
            LOG.info("Job {} of kind {} is completed", id, attempt.kind());
        } catch (JobPostponed postponed) {
            repository.postpone(attempt, String.valueOf(postponed.getMessage()));
            throw postponed;
        } catch (JobProblem problem) {
            // What fails while the server stops may fail because of that: the next attempt will know.
            refuseToFail(stopping);
            LOG.warn("Job {} of kind {} failed: {}", id, attempt.kind(), problem.getMessage());
            fail(attempt, run, String.valueOf(problem.getMessage()));
            begin.stop(duration(attempt, JobStatus.FAILED));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JobStopped("the server stops");
        } catch (JobStopped | TransientDataAccessException | RecoverableDataAccessException e) {
            throw e;
        } catch (Exception | StackOverflowError e) {
            DatabaseFault fault = DatabaseFault.of(e);
            if (fault == DatabaseFault.AWAY) {
                throw new DatabaseAway(e);
            }
            refuseToFail(stopping);
            String error = Uuids.next().toString();
            LOG.error("Job {} of kind {} failed, error {}", id, attempt.kind(), error, e);
            fail(attempt, run, fault == DatabaseFault.FULL ? DISK_FULL : broken(error));
            begin.stop(duration(attempt, JobStatus.FAILED));
        }
    }

    /// Of the attempt that ended the job.
    private Timer duration(Attempt attempt, JobStatus outcome) {
        return Timer.builder("ward.job.duration")
                .description("How long the attempts that ended a job took on this server, by kind and outcome.")
                .tags("kind", attempt.kind(), "outcome", outcome.word())
                .register(meters);
    }

    private static void refuseToFail(BooleanSupplier stopping) {
        if (stopping.getAsBoolean() || Thread.currentThread().isInterrupted()) {
            throw new JobStopped("the server stops");
        }
    }

    private static String broken(String error) {
        return "Something broke inside Ward, and the job ended. The log knows more under the id " + error + ".";
    }

    /// An attempt that another one has followed fails for itself alone: its work may be in good hands.
    private void fail(Attempt attempt, RunningJob run, String problem) {
        transactions.executeWithoutResult(_ -> {
            run.confirm();
            works.stream()
                    .filter(work -> work.kind().equals(attempt.kind()))
                    .forEach(work -> work.failed(run, problem));
            repository.fail(attempt, problem, clock.instant());
        });
    }

    private JobWork work(String kind) {
        return works.stream()
                .filter(work -> work.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody does jobs of kind \"%s\"".formatted(kind)));
    }
}
