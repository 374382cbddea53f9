package dev.ward.job.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.job.Job;
import dev.ward.job.JobId;
import dev.ward.job.Jobs;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/jobs")
@Requires(Permission.JOB_READ)
class JobPages {

    private final Jobs jobs;
    private final Visibility visibility;

    JobPages(Jobs jobs, Visibility visibility) {
        this.jobs = jobs;
        this.visibility = visibility;
    }

    @Bean
    static NavigationEntry jobsEntry() {
        return new NavigationEntry(Section.SETTINGS, "Jobs", "/jobs", Permission.JOB_READ.name(), 60);
    }

    @GetMapping
    Page list(@RequestParam(required = false) @Nullable String after) {
        return Page.of("job/list", Section.SETTINGS, "Jobs")
                .with("jobs", JobSlices.list(jobs, visibility.reader(), after, Slice.USUAL_LIMIT));
    }

    @GetMapping("/{id}")
    Page show(@PathVariable UUID id) {
        Job job = jobs.find(visibility.reader(), new JobId(id))
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no job \"%s\".".formatted(id)));
        return Page.of("job/show", Section.SETTINGS, job.subject())
                .crumb("Jobs", "/jobs")
                .with("job", job)
                .with("steps", jobs.steps(job.id()));
    }
}
