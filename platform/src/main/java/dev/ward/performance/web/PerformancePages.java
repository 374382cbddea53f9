package dev.ward.performance.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.performance.EssentialPerformances;
import dev.ward.performance.FunctionLinks;
import dev.ward.performance.HarmPaths;
import dev.ward.performance.PerformanceDraft;
import dev.ward.performance.PerformanceVersion;
import dev.ward.performance.Subject;
import dev.ward.web.Page;
import dev.ward.web.Slice;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Shows what a model must never stop doing.
@Controller
@RequestMapping("/performance/{id}")
@Requires(Permission.PRODUCT_READ)
class PerformancePages {

    private final PerformancePlaces places;
    private final EssentialPerformances performances;
    private final FunctionLinks links;
    private final HarmPaths paths;
    private final Visibility visibility;

    PerformancePages(
            PerformancePlaces places,
            EssentialPerformances performances,
            FunctionLinks links,
            HarmPaths paths,
            Visibility visibility) {
        this.places = places;
        this.performances = performances;
        this.links = links;
        this.paths = paths;
        this.visibility = visibility;
    }

    @GetMapping
    Page show(@PathVariable UUID id) {
        Subject subject = places.of(id);
        Optional<PerformanceVersion> inForce = performances.inForce(subject);
        Optional<PerformanceDraft> draft = performances.draft(subject);
        return places.top("performance/show", subject)
                .with("version", inForce.orElse(null))
                .with("signatures", inForce.map(performances::signatures).orElse(List.of()))
                .with("draft", draft.orElse(null))
                .with("counts", links.counts(visibility.reader(), subject))
                .with("drawing", PathDrawing.of(paths.of(subject)));
    }

    @GetMapping("/draft")
    Page draft(@PathVariable UUID id) {
        Subject subject = places.of(id);
        PerformanceDraft draft = performances.draft(subject).orElse(null);
        return places.below("performance/draft", subject, "Draft for " + subject.name())
                .with("draft", draft)
                .with("version", performances.inForce(subject).orElse(null));
    }

    @GetMapping("/versions")
    Page versions(@PathVariable UUID id, @RequestParam(required = false) @Nullable String after) {
        Subject subject = places.of(id);
        return places.below("performance/versions", subject, "Approved versions for " + subject.name())
                .with("draft", performances.draft(subject).isPresent())
                .with("versions", performances.versions(subject, after, Slice.USUAL_LIMIT));
    }

    @GetMapping("/versions/{number}")
    Page version(@PathVariable UUID id, @PathVariable int number) {
        Subject subject = places.of(id);
        PerformanceVersion version = performances.version(subject, number);
        return places.below("performance/version", subject, "Version %d for %s".formatted(number, subject.name()))
                .with("version", version)
                .with("signatures", performances.signatures(version));
    }

    /// @param to  null for the draft
    @GetMapping("/differences")
    Page differences(
            @PathVariable UUID id, @RequestParam int from, @RequestParam(required = false) @Nullable Integer to) {
        Subject subject = places.of(id);
        String later = to == null ? "the draft" : "version " + to;
        return places.below("performance/differences", subject, "Version %d and %s".formatted(from, later))
                .with("from", from)
                .with("later", later)
                .with("differences", performances.compare(subject, from, to));
    }
}
