package dev.ward.product.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.ProductId;
import dev.ward.product.Release;
import dev.ward.product.ReleaseFilter;
import dev.ward.product.ReleaseId;
import dev.ward.product.Releases;
import dev.ward.web.MergePatch;
import dev.ward.web.Revision;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import dev.ward.web.Summary;
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
@RequestMapping("/api/v1")
class ReleaseApi {

    private final Releases releases;
    private final CurrentActor actor;
    private final Visibility visibility;

    ReleaseApi(Releases releases, CurrentActor actor, Visibility visibility) {
        this.releases = releases;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/products/{id}/releases")
    @Summary("Lists the releases of a product")
    @Requires(Permission.PRODUCT_READ)
    Slice<ReleaseView> list(
            @PathVariable ProductId id,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        SortOrder order = SortOrder.parse(sort, ReleaseFilter.ORDERS, ReleaseFilter.USUAL);
        ReleaseFilter filter = new ReleaseFilter(id, archived, order);
        return releases.list(visibility.reader(), filter, after, Slice.limit(limit))
                .map(ReleaseView::from);
    }

    @PostMapping("/products/{id}/releases")
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Adds a release to a product; only the version is needed")
    @Requires(Permission.PRODUCT_WRITE)
    ResponseEntity<ReleaseView> create(@PathVariable ProductId id, @RequestBody ReleaseBody body) {
        Release release = releases.create(actor.get(), visibility.reader(), id, body.draft());
        return ResponseEntity.created(URI.create("/api/v1/releases/" + release.id()))
                .eTag(Revision.tag(release.revision()))
                .body(ReleaseView.from(release));
    }

    @GetMapping("/releases/{id}")
    @Summary("Gives a release")
    @Requires(Permission.PRODUCT_READ)
    ResponseEntity<ReleaseView> get(@PathVariable ReleaseId id) {
        return answer(releases.get(visibility.reader(), id));
    }

    @PatchMapping("/releases/{id}")
    @Summary("Changes what the patch names; with If-Match only when nothing has changed in the meantime")
    @Requires(Permission.PRODUCT_WRITE)
    ResponseEntity<ReleaseView> edit(
            @PathVariable ReleaseId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody MergePatch<ReleaseBody> patch) {
        Release current = releases.get(visibility.reader(), id);
        ReleaseBody body = patch.applyTo(ReleaseBody.from(current), ReleaseBody.class);
        int revision = Revision.seen(seen, current.revision());
        return answer(releases.edit(actor.get(), visibility.reader(), id, revision, body.draft()));
    }

    @PostMapping("/releases/{id}/archive")
    @Summary("Archives a release")
    @Requires(Permission.PRODUCT_WRITE)
    ResponseEntity<ReleaseView> archive(@PathVariable ReleaseId id) {
        return answer(releases.archive(actor.get(), visibility.reader(), id, true));
    }

    @PostMapping("/releases/{id}/restore")
    @Summary("Takes a release out of the archive")
    @Requires(Permission.PRODUCT_WRITE)
    ResponseEntity<ReleaseView> restore(@PathVariable ReleaseId id) {
        return answer(releases.archive(actor.get(), visibility.reader(), id, false));
    }

    private static ResponseEntity<ReleaseView> answer(Release release) {
        return ResponseEntity.ok().eTag(Revision.tag(release.revision())).body(ReleaseView.from(release));
    }
}
