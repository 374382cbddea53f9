package dev.ward.job;

import dev.ward.audit.Actor;
import dev.ward.job.JobRepository.Attempt;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Writes down what an attempt tells of itself, as often as a person may look.
final class RunningJob implements JobRun {

    static final String TAKEN_OVER = "another server has taken the job over";
    private static final Duration PAUSE = Duration.ofMillis(400);

    private final Attempt attempt;
    private final JobRepository repository;
    private final Clock clock;
    private final BooleanSupplier stopping;
    /// By [System#nanoTime], which does not jump.
    private long told = System.nanoTime() - PAUSE.toNanos();

    RunningJob(Attempt attempt, JobRepository repository, Clock clock, BooleanSupplier stopping) {
        this.attempt = attempt;
        this.repository = repository;
        this.clock = clock;
        this.stopping = stopping;
    }

    @Override
    public JobId id() {
        return attempt.id();
    }

    @Override
    public Map<String, String> payload() {
        return attempt.payload();
    }

    @Override
    public Actor actor() {
        return attempt.actor();
    }

    @Override
    public void confirm() {
        if (!repository.hold(attempt)) {
            throw new JobStopped(TAKEN_OVER);
        }
    }

    @Override
    public void step(String words) {
        told = System.nanoTime() - PAUSE.toNanos();
        check(repository.step(attempt, words, clock.instant()));
    }

    @Override
    public void progress(long done, long total) {
        long now = System.nanoTime();
        boolean current = true;
        if (now - told >= PAUSE.toNanos()) {
            told = now;
            current = repository.progress(attempt, done, total);
        }
        check(current);
    }

    private void check(boolean current) {
        if (!current) {
            throw new JobStopped(TAKEN_OVER);
        }
        if (stopping.getAsBoolean() || Thread.currentThread().isInterrupted()) {
            throw new JobStopped("the server stops");
        }
    }
}
