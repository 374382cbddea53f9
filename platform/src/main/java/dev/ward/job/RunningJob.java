package dev.ward.job;

import dev.ward.audit.Actor;
import dev.ward.job.JobRepository.Attempt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Writes down what an attempt tells of itself, as often as a person may look.
final class RunningJob implements JobRun {

    private static final Duration PAUSE = Duration.ofMillis(400);

    private final Attempt attempt;
    private final JobRepository repository;
    private final Clock clock;
    private final BooleanSupplier stopping;
    private Instant told = Instant.MIN;

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
    public void step(String words) {
        told = Instant.MIN;
        check(repository.step(attempt, words, clock.instant()));
    }

    @Override
    public void progress(long done, long total) {
        Instant now = clock.instant();
        boolean current = true;
        if (now.isAfter(told.equals(Instant.MIN) ? told : told.plus(PAUSE))) {
            told = now;
            current = repository.progress(attempt, done, total);
        }
        check(current);
    }

    private void check(boolean current) {
        if (!current) {
            throw new JobStopped("another server has taken the job over");
        }
        if (stopping.getAsBoolean() || Thread.currentThread().isInterrupted()) {
            throw new JobStopped("the server stops");
        }
    }
}
