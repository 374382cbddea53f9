package dev.ward.command;

import dev.ward.job.Job;
import dev.ward.job.JobId;
import dev.ward.job.JobStatus;
import dev.ward.job.Jobs;
import java.time.Duration;

/// Waits for a job in a command that has nothing else to do.
final class JobEnd {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private JobEnd() {}

    static Job await(Jobs jobs, JobId id) {
        while (true) {
            Job job = jobs.find(id).orElseThrow(() -> new Refusal("the job \"%s\" is gone".formatted(id)));
            if (job.status() == JobStatus.COMPLETED || job.status() == JobStatus.FAILED) {
                return job;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Refusal("interrupted; the job goes on when Ward is started again");
            }
        }
    }

    static boolean isCompleted(Job job) {
        return job.status() == JobStatus.COMPLETED;
    }
}
