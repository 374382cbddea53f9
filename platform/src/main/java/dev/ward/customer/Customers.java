package dev.ward.customer;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.audit.Changes;
import dev.ward.database.Uuids;
import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import dev.ward.web.Outdated;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.Taken;
import dev.ward.web.TypedText;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The customers of the manufacturer. Every change is in the audit trail or is not made.
@Service
@Transactional
public class Customers {

    private static final String SUBJECT = "customer";

    private final CustomerRepository customers;
    private final AuditTrail audit;
    private final Clock clock;

    Customers(CustomerRepository customers, AuditTrail audit, Clock clock) {
        this.customers = customers;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws ProblemException  when the reference is taken, or nothing tells it from another customer
    public Customer create(Actor actor, CustomerDraft draft) {
        Instant now = now();
        Customer customer = new Customer(
                new CustomerId(Uuids.next()),
                draft.name(),
                draft.kind(),
                draft.country(),
                draft.region(),
                draft.reference(),
                false,
                1,
                now,
                now);
        Taken.refusing(() -> customers.insert(customer), () -> taken(draft));
        audit.record(
                actor,
                Act.of("customer.created", SUBJECT, customer.id().toString())
                        .after("name", customer.name())
                        .after("kind", customer.kind().word())
                        .after("country", customer.country())
                        .after("region", customer.region())
                        .after("reference", customer.reference()));
        return customer;
    }

    /// @param revision  of the customer that the person saw
    public Customer edit(Actor actor, Reader reader, CustomerId id, int revision, CustomerDraft draft) {
        Customer before = get(reader, id);
        Customer after = changed(before, draft, before.archived());
        Changes changes = new Changes("customer.edited", SUBJECT, id.toString())
                .of("name", before.name(), after.name())
                .of("kind", before.kind().word(), after.kind().word())
                .of("country", before.country(), after.country())
                .of("region", before.region(), after.region())
                .of("reference", before.reference(), after.reference());
        return change(actor, before, after, revision, changes);
    }

    /// Archives or restores. Doing it twice changes nothing the second time.
    public Customer archive(Actor actor, Reader reader, CustomerId id, boolean archived) {
        Customer before = get(reader, id);
        Customer after = changed(before, draft(before), archived);
        Changes changes = new Changes(archived ? "customer.archived" : "customer.restored", SUBJECT, id.toString())
                .of("archived", before.archived(), archived);
        return change(actor, before, after, before.revision(), changes);
    }

    private Customer changed(Customer before, CustomerDraft draft, boolean archived) {
        return new Customer(
                before.id(),
                draft.name(),
                draft.kind(),
                draft.country(),
                draft.region(),
                draft.reference(),
                archived,
                before.revision() + 1,
                before.created(),
                now());
    }

    private static CustomerDraft draft(Customer customer) {
        return new CustomerDraft(
                customer.name(), customer.kind(), customer.country(), customer.region(), customer.reference());
    }

    private Customer change(Actor actor, Customer before, Customer after, int revision, Changes changes) {
        if (before.revision() != revision) {
            throw Outdated.of(before.name());
        }
        if (changes.isEmpty()) {
            return before;
        }
        boolean[] done = {false};
        Taken.refusing(() -> done[0] = customers.update(after, revision), () -> taken(draft(after)));
        if (!done[0]) {
            throw Outdated.of(before.name());
        }
        audit.record(actor, changes.act());
        return after;
    }

    @Transactional(readOnly = true)
    public Optional<Customer> find(Reader reader, CustomerId id) {
        return customers.find(reader, id);
    }

    /// @throws ProblemException  when there is none
    @Transactional(readOnly = true)
    public Customer get(Reader reader, CustomerId id) {
        return find(reader, id)
                .orElseThrow(
                        () -> ProblemException.of(Problem.NOT_FOUND, "There is no customer \"%s\".".formatted(id)));
    }

    /// The customer that somebody means by a text: the one of this reference, or else the only one of this name.
    ///
    /// @throws ProblemException  when there is none, or several have the name
    @Transactional(readOnly = true)
    public Customer typed(Reader reader, String field, String text) {
        List<Customer> named = customers.named(reader, text.strip());
        if (named.size() == 1) {
            return named.getFirst();
        }
        throw named.isEmpty()
                ? TypedText.refused(
                        field,
                        "There is no customer of the name or reference \"%s\".".formatted(text),
                        "is no customer's name or reference")
                : TypedText.refused(
                        field,
                        "Several customers have the name \"%s\"; give the reference of the one you mean."
                                .formatted(text),
                        "is the name of several customers; give the reference of one");
    }

    /// @param after  the cursor of an earlier slice; null for the beginning
    @Transactional(readOnly = true)
    public Slice<CustomerLine> list(Reader reader, CustomerFilter filter, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, filter.order(), 2);
        return Slice.of(
                customers.list(reader, filter, cursor, limit + 1),
                limit,
                line -> CustomerRepository.cursor(filter.order(), line.customer()));
    }

    private static ProblemException taken(CustomerDraft draft) {
        return draft.reference() == null
                ? ProblemException.of(
                                Problem.CONFLICT,
                                "Another customer of the same country has the name \"%s\". Give a reference that tells them apart."
                                        .formatted(draft.name()))
                        .with("name", "is taken")
                : ProblemException.of(
                                Problem.CONFLICT,
                                "Another customer has the reference \"%s\".".formatted(draft.reference()))
                        .with("reference", "is taken");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
