package dev.ward.assessment.web;

import dev.ward.assessment.UpdateDue;
import dev.ward.assessment.UpdateHolds;
import dev.ward.assessment.UpdatesDue;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.ProductId;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Documents that wait for an update, for programs: those that keep the documents.
@RestController
@RequestMapping("/api/v1/updates-due")
class UpdateDueApi {

    private final UpdatesDue updates;
    private final CurrentActor actor;
    private final Visibility visibility;

    UpdateDueApi(UpdatesDue updates, CurrentActor actor, Visibility visibility) {
        this.updates = updates;
        this.actor = actor;
        this.visibility = visibility;
    }

    /// @param holdsUp    gates of releases that stay open until it is done
    /// @param reference  null while it waits, as are the two that follow
    record UpdateBody(
            UUID id,
            UUID assessment,
            String vulnerability,
            UUID product,
            String productName,
            String artefact,
            String what,
            Instant since,
            List<UpdateHolds.Held> holdsUp,
            @Nullable String reference,
            @Nullable String doneBy,
            @Nullable Instant doneAt) {

        static UpdateBody of(UpdateDue due, Map<UUID, List<UpdateHolds.Held>> held) {
            UpdateDue.Done done = due.done();
            return new UpdateBody(
                    due.id(),
                    due.assessment().value(),
                    due.vulnerability(),
                    due.product().value(),
                    due.productName(),
                    due.artefact().word(),
                    due.what(),
                    due.since(),
                    held.getOrDefault(due.id(), List.of()),
                    done == null ? null : done.reference(),
                    done == null ? null : done.by(),
                    done == null ? null : done.at());
        }
    }

    /// @param done  whether those are listed too that are done
    @GetMapping
    @Summary("Lists documents of the design that decisions made stale, the newest first")
    @Requires(Permission.FINDING_READ)
    Slice<UpdateBody> list(
            @RequestParam(required = false) @Nullable UUID product,
            @RequestParam(defaultValue = "false") boolean done,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        Slice<UpdateDue> due = updates.list(
                visibility.reader(), product == null ? null : new ProductId(product), done, after, Slice.limit(limit));
        Map<UUID, List<UpdateHolds.Held>> held = updates.held(visibility.reader(), due.items());
        return due.map(one -> UpdateBody.of(one, held));
    }

    /// @param reference  where the change is: a document and its version
    record DoneBody(@Nullable String reference) {}

    @PostMapping("/{id}/done")
    @Summary("Says that a document is brought up to date")
    @Requires(Permission.ASSESSMENT_WRITE)
    UpdateBody done(@PathVariable UUID id, @RequestBody DoneBody body) {
        return UpdateBody.of(updates.done(actor.get(), visibility.reader(), id, body.reference()), Map.of());
    }
}
