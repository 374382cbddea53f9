package dev.ward.lifecycle.web;

import dev.ward.customer.CustomerId;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.lifecycle.EndOfSupport;
import dev.ward.lifecycle.LifeRecord;
import dev.ward.lifecycle.RecordDraft;
import dev.ward.lifecycle.RecordKind;
import dev.ward.lifecycle.Records;
import dev.ward.product.ReleaseId;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import dev.ward.web.Worded;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

@RestController
@RequestMapping("/api/v1")
class RecordApi {

    private final Records records;
    private final EndOfSupport ends;
    private final CurrentActor actor;
    private final Visibility visibility;

    RecordApi(Records records, EndOfSupport ends, CurrentActor actor, Visibility visibility) {
        this.records = records;
        this.ends = ends;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/releases/{id}/records/{kind}")
    @Summary("Lists what is recorded of a release: production, end of support, decommissioning")
    @Requires(Permission.DEVICE_READ)
    Slice<LifeRecord> list(
            @PathVariable ReleaseId id,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return records.list(visibility.reader(), RecordPages.kind(kind), id, after, Slice.limit(limit));
    }

    @GetMapping("/records/{kind}")
    @Summary("Lists what is recorded of all releases: the legacy register is of the kind legacy-plan")
    @Requires(Permission.DEVICE_READ)
    Slice<LifeRecord> listAll(
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return records.list(visibility.reader(), RecordPages.kind(kind), after, Slice.limit(limit));
    }

    @PostMapping("/releases/{id}/records")
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Records something of a release; for devices one entry for each serial number, all or none")
    @Requires(Permission.LIFECYCLE_WRITE)
    Added add(@PathVariable ReleaseId id, @RequestBody RecordBody body) {
        UUID customer = body.customer();
        RecordDraft draft = new RecordDraft(
                Worded.required("kind", body.kind(), RecordKind.values()),
                body.market(),
                customer == null ? null : new CustomerId(customer),
                body.serials() == null ? List.of() : body.serials(),
                body.happened(),
                body.texts() == null ? Map.of() : body.texts(),
                body.reference(),
                body.replaces());
        if (!Boolean.TRUE.equals(body.decommission())) {
            return new Added(records.add(actor.get(), visibility.reader(), id, draft));
        }
        if (!actor.may(Permission.DEVICE_WRITE)) {
            throw ProblemException.of(
                    Problem.FORBIDDEN,
                    "Only those who may change devices decommission them; record the removal alone.");
        }
        return new Added(records.decommission(actor.get(), visibility.reader(), id, draft));
    }

    record Added(int entries) {}

    /// @param texts         by the names that the kind has
    /// @param decommission  whether the devices whose data is removed are out of use for good
    record RecordBody(
            String kind,
            @Nullable String market,
            @Nullable UUID customer,
            @Nullable List<String> serials,
            LocalDate happened,
            @Nullable Map<String, String> texts,
            @Nullable String reference,
            @Nullable UUID replaces,
            @Nullable Boolean decommission) {}

    @GetMapping("/releases/{id}/end-of-support/customers")
    @Summary("Lists customers that have a release in use: who was told of its end, who took over the risk")
    @Requires(Permission.DEVICE_READ)
    Slice<EndOfSupport.Holder> holders(
            @PathVariable ReleaseId id, @RequestParam(required = false) @Nullable String market) {
        return new Slice<>(ends.holders(visibility.reader(), id, market), null);
    }
}
