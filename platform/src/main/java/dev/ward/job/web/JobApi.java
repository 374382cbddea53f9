package dev.ward.job.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.job.Job;
import dev.ward.job.JobAnswer;
import dev.ward.job.JobId;
import dev.ward.job.Jobs;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/jobs")
@Requires(Permission.JOB_READ)
class JobApi {

    private final Jobs jobs;
    private final Visibility visibility;

    JobApi(Jobs jobs, Visibility visibility) {
        this.jobs = jobs;
        this.visibility = visibility;
    }

    /// The newest first.
    @GetMapping
    @Summary("Lists jobs, the newest first")
    Slice<JobAnswer> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return JobSlices.list(jobs, visibility.reader(), after, Slice.limit(limit))
                .map(JobAnswer::of);
    }

    @GetMapping("/{id}")
    @Summary("Gives a job with its progress, and the problem when it failed")
    JobAnswer find(@PathVariable UUID id) {
        Job job = jobs.find(visibility.reader(), new JobId(id))
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no job \"%s\".".formatted(id)));
        return JobAnswer.of(job);
    }
}
