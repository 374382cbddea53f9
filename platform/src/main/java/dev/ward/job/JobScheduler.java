package dev.ward.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Hands jobs to whichever server is free, and to another one when a server dies.
@Component
class JobScheduler implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobScheduler.class);

    private static final int THREADS = 6;
    /// A server that was not seen alive for four of these is dead.
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int MISSED_HEARTBEATS = 4;
    /// Only for what another server left; whoever submits a job wakes the scheduler.
    private static final Duration POLLING = Duration.ofSeconds(1);
    /// The scheduler waits so long twice: for what runs to let go, and for it to heed an interrupt.
    private static final Duration STOPPING = Duration.ofSeconds(4);
    private static final Duration RETRY = Duration.ofSeconds(5);
    /// After which a job that was postponed tries again.
    private static final Duration POSTPONED = Duration.ofSeconds(1);

    private final CustomTask<Void> task;
    private final Scheduler scheduler;
    private final JobRunner runner;
    private final JobRepository repository;
    private final JobClock clock;
    private final boolean autoStartup;

    /// @param autoStartup  whether this process does jobs, or only hands them in
    JobScheduler(
            DataSource dataSource,
            JobRunner runner,
            JobRepository repository,
            JobClock clock,
            @Value("${ward.jobs:true}") boolean autoStartup) {
        this.runner = runner;
        this.repository = repository;
        this.clock = clock;
        this.autoStartup = autoStartup;
        task = Tasks.custom("job", Void.class)
                .onDeadExecutionRevive()
                .onFailure(this::again)
                .execute(this::run);
        scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), task)
                .tableName("job.scheduled_task")
                .clock(clock)
                .schedulerName(new SchedulerName.Fixed("%s, process %d"
                        .formatted(
                                new SchedulerName.Hostname().getName(),
                                ProcessHandle.current().pid())))
                .threads(THREADS)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(STOPPING)
                .build();
    }

    private CompletionHandler<Void> run(TaskInstance<Void> instance, ExecutionContext context) {
        try {
            runner.run(
                    new JobId(UUID.fromString(instance.getId())),
                    () -> context.getSchedulerState().isShuttingDown());
            return new CompletionHandler.OnCompleteRemove<>();
        } catch (JobPostponed postponed) {
            return (complete, operations) ->
                    operations.reschedule(complete, clock.now().plus(POSTPONED));
        }
    }

    /// An attempt ends with an exception only when it was stopped or could not reach the database.
    private void again(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        boolean stopped =
                complete.getCause().filter(JobStopped.class::isInstance).isPresent();
        Instant now = clock.now();
        operations.reschedule(complete, stopped ? now : now.plus(RETRY));
    }

    void schedule(JobId id) {
        scheduler.schedule(task.instance(id.toString()), clock.now());
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    scheduler.triggerCheckForDueExecutions();
                }
            });
        } else {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    @Override
    public boolean isAutoStartup() {
        return autoStartup;
    }

    /// Follows the database's clock, and brings near what an earlier clock has put off to a far day.
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void followClock() {
        try {
            if (isRunning()) {
                clock.follow();
                repository.bringNear(clock.now());
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("The database's clock could not be read", e);
        }
    }

    @Override
    public void start() {
        clock.set();
        repository.bringNear(clock.now());
        scheduler.start();
    }

    @Override
    public void stop() {
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return scheduler.getSchedulerState().isStarted()
                && !scheduler.getSchedulerState().isShuttingDown();
    }
}
