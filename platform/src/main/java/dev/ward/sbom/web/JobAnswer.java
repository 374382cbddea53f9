package dev.ward.sbom.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ward.job.Job;
import dev.ward.job.JobStatus;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A job as the API answers an upload with it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record JobAnswer(
        UUID id,
        String kind,
        String subject,
        JobStatus status,
        String step,
        long done,
        long total,
        Instant submitted,
        @Nullable String problem,
        Map<String, String> result) {

    static JobAnswer of(Job job) {
        return new JobAnswer(
                job.id().value(),
                job.kind(),
                job.subject(),
                job.status(),
                job.step(),
                job.done(),
                job.total(),
                job.submitted(),
                job.problem(),
                job.result());
    }
}
