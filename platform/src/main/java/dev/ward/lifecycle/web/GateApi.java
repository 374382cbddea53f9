package dev.ward.lifecycle.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.lifecycle.GateDraft;
import dev.ward.lifecycle.GateState;
import dev.ward.lifecycle.Gates;
import dev.ward.product.ReleaseId;
import dev.ward.web.Summary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Deviations are signed on the page alone: a token signs nothing.
@RestController
@RequestMapping("/api/v1/releases/{id}/gates")
class GateApi {

    private final Gates gates;
    private final CurrentActor actor;
    private final Visibility visibility;

    GateApi(Gates gates, CurrentActor actor, Visibility visibility) {
        this.gates = gates;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Summary("Lists the gates of a release on a market, with every answer as it is now")
    @Requires(Permission.PRODUCT_READ)
    List<GateView> list(@PathVariable ReleaseId id, @RequestParam(required = false) @Nullable String market) {
        return gates.list(visibility.reader(), id, market).stream()
                .map(GateView::from)
                .toList();
    }

    @GetMapping("/{gate}")
    @Summary("Gives a gate with every answer as it is now")
    @Requires(Permission.PRODUCT_READ)
    GateView get(
            @PathVariable ReleaseId id,
            @PathVariable String gate,
            @RequestParam(required = false) @Nullable String market) {
        return GateView.from(gates.get(visibility.reader(), id, market, Gates.gate(gate)));
    }

    @PostMapping("/{gate}/declarations")
    @Summary("Says whether a requirement is met that Ward cannot compute")
    @Requires(Permission.LIFECYCLE_WRITE)
    GateView declare(
            @PathVariable ReleaseId id,
            @PathVariable String gate,
            @RequestParam(required = false) @Nullable String market,
            @RequestBody DeclarationBody body) {
        gates.declare(
                actor.get(),
                visibility.reader(),
                id,
                market,
                Gates.gate(gate),
                new GateDraft.Declaring(body.requirement(), body.met(), body.words(), body.reference()));
        return get(id, gate, market);
    }

    record DeclarationBody(String requirement, boolean met, String words, String reference) {}

    @PostMapping("/{gate}/close")
    @Summary("Closes a gate, or answers with everything that is missing")
    @Requires(Permission.LIFECYCLE_WRITE)
    GateView close(
            @PathVariable ReleaseId id,
            @PathVariable String gate,
            @RequestParam(required = false) @Nullable String market) {
        gates.close(actor.caller(), visibility.reader(), id, market, Gates.gate(gate));
        return get(id, gate, market);
    }

    /// @param closedBy  null as long as nobody has closed it
    record GateView(
            String gate,
            String market,
            String requirements,
            String answer,
            List<RequirementView> rows,
            @Nullable String closedBy,
            @Nullable Instant closedAt) {

        static GateView from(GateState state) {
            GateState.Closure closed = state.closed();
            return new GateView(
                    state.gate().word(),
                    state.market().code(),
                    state.version(),
                    state.answer().word(),
                    state.rows().stream().map(RequirementView::from).toList(),
                    closed == null ? null : closed.by(),
                    closed == null ? null : closed.at());
        }
    }

    /// @param link  the page of the list behind the answer
    record RequirementView(
            String id,
            String text,
            String source,
            boolean declared,
            String answer,
            String because,
            long extent,
            @Nullable String link,
            int deviations) {

        static RequirementView from(GateState.Row row) {
            return new RequirementView(
                    row.requirement().id(),
                    row.requirement().text(),
                    row.requirement().source(),
                    row.requirement().isDeclared(),
                    row.answered().answer().word(),
                    row.answered().because(),
                    row.answered().extent(),
                    row.answered().link(),
                    row.deviations().size());
        }
    }
}
