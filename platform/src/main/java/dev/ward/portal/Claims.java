package dev.ward.portal;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.customer.ContactDraft;
import dev.ward.customer.ContactId;
import dev.ward.customer.CustomerId;
import dev.ward.customer.NoticeKind;
import dev.ward.database.Uuids;
import dev.ward.device.DeviceId;
import dev.ward.identity.OrganisationId;
import dev.ward.identity.Reader;
import dev.ward.product.ReleaseId;
import dev.ward.web.Cursor;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.TypedText;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What customers say, for themselves and for whoever decides. Nothing of it is ever changed or removed.
@Service
@Transactional
public class Claims {

    private static final String SUBJECT = "claim";

    private final ClaimRepository claims;
    private final OwnDeviceRepository devices;
    private final OwnContactRepository contacts;
    private final OwnReleaseRepository releases;
    private final AuditTrail audit;
    private final Clock clock;

    Claims(
            ClaimRepository claims,
            OwnDeviceRepository devices,
            OwnContactRepository contacts,
            OwnReleaseRepository releases,
            AuditTrail audit,
            Clock clock) {
        this.claims = claims;
        this.devices = devices;
        this.contacts = contacts;
        this.releases = releases;
        this.audit = audit;
        this.clock = clock;
    }

    /// Says something of a device.
    ///
    /// @return null when the same is said already and waits for an answer
    /// @throws ProblemException  when something of it is none of the customer's, or cannot be
    public @Nullable ClaimId make(Actor actor, Reader reader, ClaimDraft draft) {
        ClaimPolicy policy = new ClaimPolicy(new Sight(reader, devices, releases));
        return keep(actor, reader, policy.said(draft, today()));
    }

    /// Says that a device is as the customer sees it.
    public @Nullable ClaimId confirm(Actor actor, Reader reader, OwnDevice device) {
        OwnDevice.Installed installed = device.installed();
        Said.OfDevice said = new Said.OfDevice(
                device.id(),
                device.label(),
                Presence.HERE,
                installed == null ? null : new Said.Installed(installed.id(), installed.version(), null),
                device.site(),
                null,
                null);
        return keep(actor, reader, said);
    }

    /// Says something of a person at the customer.
    ///
    /// @param contact  null for somebody new
    public @Nullable ClaimId make(
            Actor actor, Reader reader, @Nullable ContactId contact, ContactDraft draft, Set<NoticeKind> consents) {
        if (contact != null) {
            contacts.get(reader, contact);
        }
        if (draft.site() != null
                && releases.sites(reader).stream().noneMatch(place -> place.id().equals(draft.site()))) {
            throw TypedText.refused(
                    "site", "You have no site \"%s\".".formatted(draft.site()), "is none of your sites");
        }
        return keep(actor, reader, new Said.OfContact(contact, ContactWords.of(draft, consents)));
    }

    /// Says that a person is no contact any more, so that their data are erased.
    public @Nullable ClaimId remove(Actor actor, Reader reader, ContactId id) {
        return keep(
                actor, reader, new Said.OfContact(id, contacts.get(reader, id).leaving()));
    }

    /// Asks for the SBOM of a release.
    ///
    /// @throws ProblemException  when the reader sees no such release, or nobody gets its SBOM
    public @Nullable ClaimId askForSbom(Actor actor, Reader reader, ReleaseId id) {
        OwnRelease release = releases.find(reader, id)
                .filter(one -> one.sbom() != null)
                .orElseThrow(() -> ProblemException.of(
                        Problem.NOT_FOUND, "There is no SBOM of a release \"%s\" to ask for.".formatted(id)));
        return keep(actor, reader, new Said.WantsSbom(id, release.name()));
    }

    private @Nullable ClaimId keep(Actor actor, Reader reader, Said said) {
        ClaimId id = new ClaimId(Uuids.next());
        ClaimRepository.New claim = new ClaimRepository.New(id, said, new Claim.Provenance(now(), actor, null));
        if (claims.insert(customer(reader), List.of(claim)).isEmpty()) {
            return null;
        }
        audit.record(actor, ClaimActs.made(id, said));
        return id;
    }

    /// Takes back what nobody has answered yet.
    public void withdraw(Actor actor, Reader reader, ClaimId id) {
        Claim claim = get(reader, id);
        if (!claim.isOpen()) {
            throw ClaimActs.ended(claim);
        }
        claims.end(claim, ClaimState.WITHDRAWN, null, null, actor, now());
        audit.record(actor, Act.of("claim.withdrawn", SUBJECT, id.toString()));
    }

    /// @throws ProblemException  when there is none that the reader sees
    @Transactional(readOnly = true)
    public Claim get(Reader reader, ClaimId id) {
        return claims.find(reader, id)
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no claim \"%s\".".formatted(id)));
    }

    /// The open ones the oldest first, others the newest first.
    ///
    /// @param after  the cursor of an earlier slice; null for the beginning
    @Transactional(readOnly = true)
    public Slice<Claim> list(Reader reader, ClaimFilter filter, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, filter.order(), 2);
        return Slice.of(
                claims.list(reader, filter, cursor, limit + 1), limit, claim -> ClaimRepository.cursor(filter, claim));
    }

    /// What was said of a device, the newest first.
    @Transactional(readOnly = true)
    public List<Claim> of(Reader reader, DeviceId device, int most) {
        return claims.list(reader, ClaimFilter.ofDevice(device.value()), null, most);
    }

    /// How many wait for an answer; 1,000 for as many and more.
    @Transactional(readOnly = true)
    public int countOpen(Reader reader) {
        return claims.countOpen(reader);
    }

    /// @throws IllegalStateException  for a reader who is nobody's customer
    static CustomerId customer(Reader reader) {
        OrganisationId organisation = reader.organisation();
        if (organisation == null) {
            throw new IllegalStateException("a claim is a customer's, and \"%s\" is of none".formatted(reader.id()));
        }
        return new CustomerId(organisation.value());
    }

    private LocalDate today() {
        // A hospital ahead of UTC is in its next day already.
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
