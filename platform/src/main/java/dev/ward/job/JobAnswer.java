package dev.ward.job;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/// A job as the API tells of it.
public record JobAnswer(
        UUID id,
        String kind,
        String subject,
        JobStatus status,
        String step,
        long done,
        long total,
        Instant submitted,
        @Nullable Instant started,
        @Nullable Instant ended,
        @Nullable String problem,
        Map<String, String> result) {

    public static JobAnswer of(Job job) {
        return new JobAnswer(
                job.id().value(),
                job.kind(),
                job.subject(),
                job.status(),
                job.step(),
                job.done(),
                job.total(),
                job.submitted(),
                job.started(),
                job.ended(),
                job.problem(),
                job.result());
    }

    /// The answer to a request that a job will fulfil.
    public static ResponseEntity<JobAnswer> accepted(Job job) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/jobs/" + job.id()))
                .body(of(job));
    }
}
