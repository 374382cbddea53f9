package dev.ward.device.web;

import dev.ward.customer.CustomerId;
import dev.ward.device.Population;
import dev.ward.device.PopulationFilter;
import dev.ward.device.PopulationId;
import dev.ward.device.PopulationKind;
import dev.ward.device.Populations;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.ProductId;
import dev.ward.web.MergePatch;
import dev.ward.web.Revision;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import dev.ward.web.Worded;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/populations")
class PopulationApi {

    private final Populations populations;
    private final CurrentActor actor;
    private final Visibility visibility;

    PopulationApi(Populations populations, CurrentActor actor, Visibility visibility) {
        this.populations = populations;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Summary("Lists units without serials: lots with quantities, installations, tenants; the newest first")
    @Requires(Permission.DEVICE_READ)
    Slice<PopulationView> list(
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String lot,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        PopulationFilter filter = filter(product, kind, customer, lot);
        return populations
                .list(visibility.reader(), filter, after, Slice.limit(limit))
                .map(PopulationView::from);
    }

    static PopulationFilter filter(
            @Nullable String product, @Nullable String kind, @Nullable String customer, @Nullable String lot) {
        return new PopulationFilter(
                DeviceQuestion.id("product", product, ProductId::of),
                Worded.typed("kind", kind, PopulationKind.values()),
                DeviceQuestion.id("customer", customer, CustomerId::of),
                lot == null || lot.isBlank() ? null : lot.strip());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Adds units that are counted; kind, product and quantity are needed")
    @Requires(Permission.DEVICE_WRITE)
    ResponseEntity<PopulationView> create(@RequestBody PopulationBody body) {
        Population population = populations.create(actor.get(), visibility.reader(), body.draft());
        return ResponseEntity.created(URI.create("/api/v1/populations/" + population.id()))
                .eTag(Revision.tag(population.revision()))
                .body(PopulationView.from(population));
    }

    @GetMapping("/{id}")
    @Summary("Gives units that are counted")
    @Requires(Permission.DEVICE_READ)
    ResponseEntity<PopulationView> get(@PathVariable PopulationId id) {
        return answer(populations.get(visibility.reader(), id));
    }

    @PatchMapping("/{id}")
    @Summary("Changes what the patch names, or counts again; with If-Match as it was seen")
    @Requires(Permission.DEVICE_WRITE)
    ResponseEntity<PopulationView> edit(
            @PathVariable PopulationId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody MergePatch<PopulationBody> patch) {
        Population current = populations.get(visibility.reader(), id);
        PopulationBody body = patch.applyTo(PopulationBody.from(current), PopulationBody.class);
        int revision = Revision.seen(seen, current.revision());
        return answer(populations.edit(actor.get(), visibility.reader(), id, revision, body.draft()));
    }

    @GetMapping("/{id}/counts")
    @Summary("Tells what was counted when, the last first")
    @Requires(Permission.DEVICE_READ)
    Slice<Populations.Count> counts(@PathVariable PopulationId id) {
        return new Slice<>(populations.counts(visibility.reader(), id), null);
    }

    private static ResponseEntity<PopulationView> answer(Population population) {
        return ResponseEntity.ok().eTag(Revision.tag(population.revision())).body(PopulationView.from(population));
    }
}
