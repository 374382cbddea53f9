package dev.ward.customer.web;

import dev.ward.customer.Countries;
import dev.ward.customer.Customer;
import dev.ward.customer.CustomerFilter;
import dev.ward.customer.CustomerId;
import dev.ward.customer.CustomerKind;
import dev.ward.customer.Customers;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.MergePatch;
import dev.ward.web.Revision;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
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
@RequestMapping("/api/v1/customers")
class CustomerApi {

    private final Customers customers;
    private final CurrentActor actor;
    private final Visibility visibility;

    CustomerApi(Customers customers, CurrentActor actor, Visibility visibility) {
        this.customers = customers;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Summary("Lists customers")
    @Requires(Permission.DEVICE_READ)
    Slice<CustomerView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        CustomerFilter filter = new CustomerFilter(
                q,
                Worded.typed("kind", kind, CustomerKind.values()),
                Countries.typed("country", country),
                archived,
                SortOrder.parse(sort, CustomerFilter.ORDERS, CustomerFilter.USUAL));
        return customers
                .list(visibility.reader(), filter, after, Slice.limit(limit))
                .map(line -> CustomerView.from(line.customer()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Adds a customer; name and kind are needed")
    @Requires(Permission.DEVICE_WRITE)
    ResponseEntity<CustomerView> create(@RequestBody CustomerBody body) {
        Customer customer = customers.create(actor.get(), body.draft());
        return ResponseEntity.created(URI.create("/api/v1/customers/" + customer.id()))
                .eTag(Revision.tag(customer.revision()))
                .body(CustomerView.from(customer));
    }

    @GetMapping("/{id}")
    @Summary("Gives a customer")
    @Requires(Permission.DEVICE_READ)
    ResponseEntity<CustomerView> get(@PathVariable CustomerId id) {
        return answer(customers.get(visibility.reader(), id));
    }

    @PatchMapping("/{id}")
    @Summary("Changes what the patch names; with If-Match only when nothing has changed in the meantime")
    @Requires(Permission.DEVICE_WRITE)
    ResponseEntity<CustomerView> edit(
            @PathVariable CustomerId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody MergePatch<CustomerBody> patch) {
        Customer current = customers.get(visibility.reader(), id);
        CustomerBody body = patch.applyTo(CustomerBody.from(current), CustomerBody.class);
        int revision = Revision.seen(seen, current.revision());
        return answer(customers.edit(actor.get(), visibility.reader(), id, revision, body.draft()));
    }

    @PostMapping("/{id}/archive")
    @Summary("Archives a customer; it stays readable")
    @Requires(Permission.DEVICE_WRITE)
    ResponseEntity<CustomerView> archive(@PathVariable CustomerId id) {
        return answer(customers.archive(actor.get(), visibility.reader(), id, true));
    }

    @PostMapping("/{id}/restore")
    @Summary("Takes a customer out of the archive")
    @Requires(Permission.DEVICE_WRITE)
    ResponseEntity<CustomerView> restore(@PathVariable CustomerId id) {
        return answer(customers.archive(actor.get(), visibility.reader(), id, false));
    }

    private static ResponseEntity<CustomerView> answer(Customer customer) {
        return ResponseEntity.ok().eTag(Revision.tag(customer.revision())).body(CustomerView.from(customer));
    }
}
