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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The sites of customers.
@Service
@Transactional
public class Sites {

    private static final String SUBJECT = "site";

    private final SiteRepository sites;
    private final Customers customers;
    private final AuditTrail audit;
    private final Clock clock;

    Sites(SiteRepository sites, Customers customers, AuditTrail audit, Clock clock) {
        this.sites = sites;
        this.customers = customers;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws ProblemException  when the customer is absent, or has a site of the name or reference
    public Site create(Actor actor, Reader reader, CustomerId customer, SiteDraft draft) {
        customers.get(reader, customer);
        Site site = site(new SiteId(Uuids.next()), customer, draft, false, 1, now());
        Taken.refusing(() -> sites.insert(site), () -> taken(draft));
        audit.record(
                actor,
                Act.of("site.created", SUBJECT, site.id().toString())
                        .after("customer", customer.toString())
                        .after("name", site.name())
                        .after("address", site.address())
                        .after("city", site.city())
                        .after("region", site.region())
                        .after("postalCode", site.postalCode())
                        .after("country", site.country())
                        .after("phone", site.phone())
                        .after("reference", site.reference()));
        return site;
    }

    /// @param revision  of the site that the person saw
    public Site edit(Actor actor, Reader reader, SiteId id, int revision, SiteDraft draft) {
        Site before = get(reader, id);
        Site after = site(id, before.customer(), draft, before.archived(), before.revision() + 1, before.created());
        Changes changes = new Changes("site.edited", SUBJECT, id.toString())
                .of("name", before.name(), after.name())
                .of("address", before.address(), after.address())
                .of("city", before.city(), after.city())
                .of("region", before.region(), after.region())
                .of("postalCode", before.postalCode(), after.postalCode())
                .of("country", before.country(), after.country())
                .of("phone", before.phone(), after.phone())
                .of("reference", before.reference(), after.reference());
        return change(actor, before, after, revision, changes);
    }

    /// Archives or restores. Doing it twice changes nothing the second time.
    public Site archive(Actor actor, Reader reader, SiteId id, boolean archived) {
        Site before = get(reader, id);
        Site after = site(id, before.customer(), before.draft(), archived, before.revision() + 1, before.created());
        Changes changes = new Changes(archived ? "site.archived" : "site.restored", SUBJECT, id.toString())
                .of("archived", before.archived(), archived);
        return change(actor, before, after, before.revision(), changes);
    }

    private Site site(
            SiteId id, CustomerId customer, SiteDraft draft, boolean archived, int revision, Instant created) {
        return new Site(
                id,
                customer,
                draft.name(),
                draft.address(),
                draft.city(),
                draft.region(),
                draft.postalCode(),
                draft.country(),
                draft.phone(),
                draft.reference(),
                archived,
                revision,
                created,
                now());
    }

    private Site change(Actor actor, Site before, Site after, int revision, Changes changes) {
        if (before.revision() != revision) {
            throw Outdated.of(before.name());
        }
        if (changes.isEmpty()) {
            return before;
        }
        boolean[] done = {false};
        Taken.refusing(() -> done[0] = sites.update(after, revision), () -> taken(after.draft()));
        if (!done[0]) {
            throw Outdated.of(before.name());
        }
        audit.record(actor, changes.act());
        return after;
    }

    /// @throws ProblemException  when there is none
    @Transactional(readOnly = true)
    public Site get(Reader reader, SiteId id) {
        return sites.find(reader, id)
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no site \"%s\".".formatted(id)));
    }

    /// The site that somebody means by a text: the one of this reference at the customer, or else of this name.
    ///
    /// @throws ProblemException  when there is none
    @Transactional(readOnly = true)
    public Site typed(Reader reader, CustomerId customer, String field, String text) {
        return sites.named(reader, customer, text.strip())
                .orElseThrow(() -> TypedText.refused(
                        field,
                        "The customer has no site of the name or reference \"%s\".".formatted(text),
                        "is no name or reference of a site of this customer"));
    }

    /// @param after  the cursor of an earlier slice; null for the beginning
    @Transactional(readOnly = true)
    public Slice<SiteLine> list(Reader reader, SiteFilter filter, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, filter.order(), 2);
        return Slice.of(
                sites.list(reader, filter, cursor, limit + 1),
                limit,
                line -> SiteRepository.cursor(filter.order(), line.site()));
    }

    private static ProblemException taken(SiteDraft draft) {
        return ProblemException.of(
                        Problem.CONFLICT,
                        draft.reference() == null
                                ? "The customer has a site of the name \"%s\" already.".formatted(draft.name())
                                : "The customer has a site of the name \"%s\", or of the reference \"%s\", already."
                                        .formatted(draft.name(), draft.reference()))
                .with("name", "is taken, or the reference is");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
