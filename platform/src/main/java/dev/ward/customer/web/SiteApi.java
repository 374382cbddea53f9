package dev.ward.customer.web;

import dev.ward.customer.CustomerId;
import dev.ward.customer.Customers;
import dev.ward.customer.Site;
import dev.ward.customer.SiteFilter;
import dev.ward.customer.SiteId;
import dev.ward.customer.Sites;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
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
class SiteApi {

    private final Sites sites;
    private final Customers customers;
    private final CurrentActor actor;
    private final Visibility visibility;

    SiteApi(Sites sites, Customers customers, CurrentActor actor, Visibility visibility) {
        this.sites = sites;
        this.customers = customers;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/customers/{id}/sites")
    @Summary("Lists the sites of a customer")
    @Requires(Permission.DEVICE_READ)
    Slice<SiteView> list(
            @PathVariable CustomerId id,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        customers.get(visibility.reader(), id);
        SortOrder order = SortOrder.parse(sort, SiteFilter.ORDERS, SiteFilter.USUAL);
        return sites.list(visibility.reader(), new SiteFilter(id, q, archived, order), after, Slice.limit(limit))
                .map(line -> SiteView.from(line.site()));
    }

    @PostMapping("/customers/{id}/sites")
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Adds a site to a customer; only the name is needed")
    @Requires(Permission.DEVICE_WRITE)
    ResponseEntity<SiteView> create(@PathVariable CustomerId id, @RequestBody SiteBody body) {
        Site site = sites.create(actor.get(), visibility.reader(), id, body.draft());
        return ResponseEntity.created(URI.create("/api/v1/sites/" + site.id()))
                .eTag(Revision.tag(site.revision()))
                .body(SiteView.from(site));
    }

    @GetMapping("/sites/{id}")
    @Summary("Gives a site")
    @Requires(Permission.DEVICE_READ)
    ResponseEntity<SiteView> get(@PathVariable SiteId id) {
        return answer(sites.get(visibility.reader(), id));
    }

    @PatchMapping("/sites/{id}")
    @Summary("Changes what the patch names; with If-Match only when nothing has changed in the meantime")
    @Requires(Permission.DEVICE_WRITE)
    ResponseEntity<SiteView> edit(
            @PathVariable SiteId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody MergePatch<SiteBody> patch) {
        Site current = sites.get(visibility.reader(), id);
        SiteBody body = patch.applyTo(SiteBody.from(current), SiteBody.class);
        int revision = Revision.seen(seen, current.revision());
        return answer(sites.edit(actor.get(), visibility.reader(), id, revision, body.draft()));
    }

    @PostMapping("/sites/{id}/archive")
    @Summary("Archives a site; it stays readable")
    @Requires(Permission.DEVICE_WRITE)
    ResponseEntity<SiteView> archive(@PathVariable SiteId id) {
        return answer(sites.archive(actor.get(), visibility.reader(), id, true));
    }

    @PostMapping("/sites/{id}/restore")
    @Summary("Takes a site out of the archive")
    @Requires(Permission.DEVICE_WRITE)
    ResponseEntity<SiteView> restore(@PathVariable SiteId id) {
        return answer(sites.archive(actor.get(), visibility.reader(), id, false));
    }

    private static ResponseEntity<SiteView> answer(Site site) {
        return ResponseEntity.ok().eTag(Revision.tag(site.revision())).body(SiteView.from(site));
    }
}
