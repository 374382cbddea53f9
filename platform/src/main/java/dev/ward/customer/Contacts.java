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
import dev.ward.web.SortOrder;
import dev.ward.web.TypedText;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The people at customers. What is personal of them never stands in the audit trail itself, and can be erased.
@Service
@Transactional
public class Contacts {

    public static final SortOrder ORDER = SortOrder.ascending("name");

    private static final String SUBJECT = "contact";

    private final ContactRepository contacts;
    private final Customers customers;
    private final Sites sites;
    private final AuditTrail audit;
    private final Clock clock;

    Contacts(ContactRepository contacts, Customers customers, Sites sites, AuditTrail audit, Clock clock) {
        this.contacts = contacts;
        this.customers = customers;
        this.sites = sites;
        this.audit = audit;
        this.clock = clock;
    }

    public Contact create(Actor actor, Reader reader, CustomerId customer, ContactDraft draft) {
        customers.get(reader, customer);
        checkSite(reader, customer, draft.site());
        Contact contact = contact(new ContactId(Uuids.next()), customer, draft, Set.of(), 1);
        contacts.insert(contact, now());
        audit.record(
                actor,
                Act.of("contact.created", SUBJECT, contact.id().toString())
                        .after("customer", customer.toString())
                        .after("site", text(contact.site()))
                        .after("name", contact.name())
                        .after("role", contact.role().word())
                        .after("email", contact.email())
                        .after("phone", contact.phone())
                        .after("language", contact.language())
                        .after("channels", words(contact.channels()))
                        .personal("name", "email", "phone"));
        return contact;
    }

    /// @param revision  of the contact that the person saw
    public Contact edit(Actor actor, Reader reader, ContactId id, int revision, ContactDraft draft) {
        Contact before = present(reader, id);
        checkSite(reader, before.customer(), draft.site());
        Contact after = contact(id, before.customer(), draft, before.consents(), before.revision() + 1);
        Changes changes = new Changes("contact.edited", SUBJECT, id.toString())
                .of("site", before.site(), after.site())
                .ofPersonal("name", before.name(), after.name())
                .of("role", before.role().word(), after.role().word())
                .ofPersonal("email", before.email(), after.email())
                .ofPersonal("phone", before.phone(), after.phone())
                .of("language", before.language(), after.language())
                .of("channels", words(before.channels()), words(after.channels()));
        if (before.revision() != revision) {
            throw Outdated.of(before.label());
        }
        if (changes.isEmpty()) {
            return before;
        }
        if (!contacts.update(after, revision, now())) {
            throw Outdated.of(before.label());
        }
        audit.record(actor, changes.act());
        return after;
    }

    /// Says that somebody is no contact any more. What is personal of them waits for a signed purge. Doing it
    /// twice changes nothing the second time.
    public Contact leave(Actor actor, Reader reader, ContactId id) {
        get(reader, id);
        if (contacts.leave(id, now())) {
            audit.record(actor, Act.of("contact.left", SUBJECT, id.toString()));
        }
        return get(reader, id);
    }

    /// Who left and whose data are still here, the first who left first.
    @Transactional(readOnly = true)
    public List<Contact> left(Reader reader, int most) {
        return contacts.left(reader, most);
    }

    /// Erases what is personal of a contact, here and beside the audit trail. That there was somebody, in
    /// which role, and to which notices they had agreed, stays. For `retention` alone, which asks for a
    /// signature and looks for legal holds.
    ///
    /// @param revision  of the contact that the signer saw
    /// @param reason    no personal data
    /// @return how many values went from beside the trail
    @Transactional(propagation = Propagation.MANDATORY)
    public int erase(Actor actor, Reader reader, ContactId id, int revision, String reason) {
        Contact before = get(reader, id);
        if (!contacts.erase(id, revision, now())) {
            throw Outdated.of(before.label());
        }
        audit.record(actor, Act.of("contact.erased", SUBJECT, id.toString()).why(reason));
        return audit.purge(actor, SUBJECT, id.toString(), reason);
    }

    /// Records that the person agrees to a kind of notice. Doing it twice changes nothing the second time.
    ///
    /// @param since  null for now; not in the future
    public void agree(Actor actor, Reader reader, ContactId id, NoticeKind kind, @Nullable Instant since) {
        Contact contact = present(reader, id);
        Instant now = now();
        Instant given = since == null ? now : since;
        if (given.isAfter(now)) {
            throw TypedText.refused("since", "A consent cannot begin in the future.", "lies in the future");
        }
        if (contacts.agree(contact, kind, given)) {
            audit.record(
                    actor,
                    Act.of("contact.agreed", SUBJECT, id.toString())
                            .after("notice", kind.word())
                            .after("since", given.toString()));
        }
    }

    /// Records that the person no longer agrees. Doing it twice changes nothing the second time.
    public void withdraw(Actor actor, Reader reader, ContactId id, NoticeKind kind) {
        get(reader, id);
        if (contacts.withdraw(id, kind, now())) {
            audit.record(
                    actor, Act.of("contact.withdrew", SUBJECT, id.toString()).before("notice", kind.word()));
        }
    }

    /// @throws ProblemException  when there is none
    @Transactional(readOnly = true)
    public Contact get(Reader reader, ContactId id) {
        return contacts.find(reader, id)
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no contact \"%s\".".formatted(id)));
    }

    /// Those whose data were not erased, by name.
    ///
    /// @param after  the cursor of an earlier slice; null for the beginning
    @Transactional(readOnly = true)
    public Slice<Contact> list(Reader reader, CustomerId customer, @Nullable String after, int limit) {
        customers.get(reader, customer);
        Cursor cursor = Cursor.parse(after, ORDER, 2);
        return Slice.of(
                contacts.list(reader, customer, cursor, limit + 1),
                limit,
                contact -> Cursor.of(ORDER, contact.label(), contact.id()));
    }

    /// Every consent of a person, also those that were withdrawn, the newest first.
    @Transactional(readOnly = true)
    public List<Consent> consents(Reader reader, ContactId id) {
        get(reader, id);
        return contacts.consents(reader, id);
    }

    private Contact present(Reader reader, ContactId id) {
        Contact contact = get(reader, id);
        if (contact.erased() != null) {
            throw ProblemException.of(
                    Problem.CONFLICT, "The person's data were erased; nothing can be changed about them.");
        }
        if (contact.left() != null) {
            throw ProblemException.of(
                    Problem.CONFLICT, "The person is no contact any more; nothing can be changed about them.");
        }
        return contact;
    }

    private void checkSite(Reader reader, CustomerId customer, @Nullable SiteId site) {
        if (site != null && !sites.get(reader, site).customer().equals(customer)) {
            throw TypedText.refused(
                    "site", "The customer has no site \"%s\".".formatted(site), "is not of this customer");
        }
    }

    private static Contact contact(
            ContactId id, CustomerId customer, ContactDraft draft, Set<NoticeKind> consents, int revision) {
        return new Contact(
                id,
                customer,
                draft.site(),
                draft.name(),
                draft.role(),
                draft.email(),
                draft.phone(),
                draft.language(),
                draft.channels(),
                consents,
                null,
                null,
                revision);
    }

    private static @Nullable String words(Set<Channel> channels) {
        return channels.isEmpty()
                ? null
                : channels.stream().map(Channel::word).sorted().collect(Collectors.joining(" "));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
