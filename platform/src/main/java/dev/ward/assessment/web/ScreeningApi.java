package dev.ward.assessment.web;

import dev.ward.assessment.ScreenedRow;
import dev.ward.assessment.Screening;
import dev.ward.assessment.ScreeningId;
import dev.ward.assessment.ScreeningPreview;
import dev.ward.assessment.Screenings;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Dispositions in bulk for programs. A program prepares; people alone sign, on the page.
@RestController
@RequestMapping("/api/v1/screenings")
class ScreeningApi {

    private final Screenings screenings;
    private final CurrentActor actor;
    private final Visibility visibility;

    ScreeningApi(Screenings screenings, CurrentActor actor, Visibility visibility) {
        this.screenings = screenings;
        this.actor = actor;
        this.visibility = visibility;
    }

    /// @param pulled  rows that no longer stand
    record Body(
            String id,
            String state,
            String rule,
            String policy,
            String verdict,
            @Nullable String justification,
            String evidence,
            String asked,
            long rows,
            long pulled,
            String manifestSha256,
            LocalDate reassessBy,
            @Nullable String sampleSeed,
            long sampled,
            @Nullable Instant sampleRead,
            String preparedBy,
            Instant prepared,
            @Nullable Instant signed,
            @Nullable Instant ended) {

        static Body of(Screening one) {
            return new Body(
                    one.id().toString(),
                    one.state().word(),
                    one.name(),
                    one.policy(),
                    one.verdict().word(),
                    one.justification() == null ? null : one.justification().word(),
                    one.evidence(),
                    one.asked(),
                    one.rows(),
                    one.pulled(),
                    one.manifest(),
                    one.reassessBy(),
                    one.seed(),
                    one.sampled(),
                    one.sampleRead(),
                    one.preparedBy(),
                    one.prepared(),
                    one.signed(),
                    one.ended());
        }
    }

    @GetMapping
    @Summary("Lists dispositions in bulk, the newest first")
    @Requires(Permission.FINDING_READ)
    Slice<Body> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return screenings.list(visibility.reader(), after, Slice.limit(limit)).map(Body::of);
    }

    /// @param rule           of the policy in force, by its name
    /// @param componentName  the beginning of the component's name
    /// @param evidence       not needed to look
    record AskBody(
            @Nullable String rule,
            @Nullable String product,
            @Nullable String release,
            @Nullable String component,
            @Nullable String componentName,
            @Nullable String vulnerability,
            @Nullable String evidence) {

        Map<String, String> fields() {
            Map<String, @Nullable String> all = new HashMap<>();
            all.put("product", product);
            all.put("release", release);
            all.put("component", component);
            all.put("componentName", componentName);
            all.put("vulnerability", vulnerability);
            Map<String, String> fields = new HashMap<>();
            all.forEach((name, value) -> {
                if (value != null) {
                    fields.put(name, value);
                }
            });
            return fields;
        }
    }

    @PostMapping("/preview")
    @Summary("Says how many findings a rule would disposition, and why it leaves the others out")
    @Requires(Permission.ASSESSMENT_WRITE)
    ScreeningPreview preview(@RequestBody AskBody body) {
        return screenings.preview(
                visibility.reader(), Objects.requireNonNullElse(body.rule(), ""), ScreeningPages.filter(body.fields()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Prepares a disposition in bulk; a person signs it on its page")
    @Requires(Permission.ASSESSMENT_WRITE)
    Body prepare(@RequestBody AskBody body) {
        return get(screenings.prepare(
                actor.get(),
                visibility.reader(),
                Objects.requireNonNullElse(body.rule(), ""),
                ScreeningPages.filter(body.fields()),
                Objects.requireNonNullElse(body.evidence(), "")));
    }

    @GetMapping("/{id}")
    @Summary("Gives a disposition in bulk")
    @Requires(Permission.FINDING_READ)
    Body get(@PathVariable ScreeningId id) {
        return Body.of(screenings.get(visibility.reader(), id));
    }

    @PostMapping("/{id}/drop")
    @Summary("Drops a disposition that is not signed")
    @Requires(Permission.ASSESSMENT_WRITE)
    Body drop(@PathVariable ScreeningId id) {
        screenings.drop(actor.get(), visibility.reader(), id);
        return get(id);
    }

    @GetMapping("/{id}/rows")
    @Summary("Lists the rows of a disposition in bulk")
    @Requires(Permission.FINDING_READ)
    Slice<ScreenedRow> rows(
            @PathVariable ScreeningId id,
            @RequestParam(defaultValue = "false") boolean sample,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        screenings.get(visibility.reader(), id);
        return screenings.rows(visibility.reader(), id, sample, after, Slice.limit(limit));
    }

    @GetMapping(path = "/{id}/manifest", produces = "text/plain")
    @Summary("Gives the manifest of a disposition, of which the SHA-256 was signed")
    @Requires(Permission.FINDING_READ)
    void manifest(@PathVariable ScreeningId id, HttpServletResponse response) throws IOException {
        screenings.get(visibility.reader(), id);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"screening-" + id + ".txt\"");
        Writer to = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        screenings.manifest(visibility.reader(), id, to);
        to.flush();
    }
}
