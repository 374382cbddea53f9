package dev.ward.product.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.DeviceIdentifiers;
import dev.ward.product.IdentifierFilter;
import dev.ward.product.IdentifierId;
import dev.ward.product.LinkedIdentifier;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.web.MergePatch;
import dev.ward.web.Revision;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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
@RequestMapping("/api/v1")
class IdentifierApi {

    private final DeviceIdentifiers identifiers;
    private final CurrentActor actor;
    private final Visibility visibility;

    IdentifierApi(DeviceIdentifiers identifiers, CurrentActor actor, Visibility visibility) {
        this.identifiers = identifiers;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/device-identifiers")
    @Summary("Lists device identifiers (UDI-DI); q takes one in any spelling, also a whole UDI, or a part of one")
    @Requires(Permission.PRODUCT_READ)
    Slice<IdentifierView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable ProductId product,
            @RequestParam(required = false) @Nullable ModelId model,
            @RequestParam(required = false) @Nullable ReleaseId release,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        IdentifierFilter filter = new IdentifierFilter(q, product, model, release);
        return identifiers
                .list(visibility.reader(), filter, after, Slice.limit(limit))
                .map(IdentifierView::from);
    }

    @PostMapping("/products/{id}/device-identifiers")
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Links a device identifier to a product, one of its models, or some of their releases")
    @Requires(Permission.PRODUCT_WRITE)
    ResponseEntity<IdentifierView> link(@PathVariable ProductId id, @RequestBody IdentifierBody body) {
        LinkedIdentifier linked = identifiers.link(actor.get(), visibility.reader(), id, body.draft(null));
        return ResponseEntity.created(URI.create("/api/v1/device-identifiers/" + linked.id()))
                .eTag(Revision.tag(linked.revision()))
                .body(IdentifierView.from(linked));
    }

    @GetMapping("/device-identifiers/{id}")
    @Summary("Gives a device identifier")
    @Requires(Permission.PRODUCT_READ)
    ResponseEntity<IdentifierView> get(@PathVariable IdentifierId id) {
        return answer(identifiers.get(visibility.reader(), id));
    }

    @PatchMapping("/device-identifiers/{id}")
    @Summary("Changes what the patch names; with If-Match only when nothing has changed in the meantime")
    @Requires(Permission.PRODUCT_WRITE)
    ResponseEntity<IdentifierView> edit(
            @PathVariable IdentifierId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody MergePatch<IdentifierBody> patch) {
        LinkedIdentifier current = identifiers.get(visibility.reader(), id);
        IdentifierBody body = patch.applyTo(IdentifierBody.from(current), IdentifierBody.class);
        int revision = Revision.seen(seen, current.revision());
        return answer(identifiers.edit(actor.get(), visibility.reader(), id, revision, body.draft(current)));
    }

    @DeleteMapping("/device-identifiers/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Summary("Takes the link of a device identifier away; the trail keeps it")
    @Requires(Permission.PRODUCT_WRITE)
    void unlink(@PathVariable IdentifierId id) {
        identifiers.unlink(actor.get(), visibility.reader(), id);
    }

    private static ResponseEntity<IdentifierView> answer(LinkedIdentifier of) {
        return ResponseEntity.ok().eTag(Revision.tag(of.revision())).body(IdentifierView.from(of));
    }
}
