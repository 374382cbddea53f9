package dev.ward.portal;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.identity.Reader;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Ends claims: accepted, and then what they say is written where it belongs, by its own front and with the claim as
/// its
/// source; or refused, with a reason that the customer reads.
@Service
@Transactional
public class ClaimDecisions {

    public static final int LONGEST_REASON = 1_000;

    private final ClaimRepository claims;
    private final AcceptedDevices devices;
    private final AcceptedContacts contacts;
    private final AuditTrail audit;
    private final Clock clock;

    ClaimDecisions(
            ClaimRepository claims, AcceptedDevices devices, AcceptedContacts contacts, AuditTrail audit, Clock clock) {
        this.claims = claims;
        this.devices = devices;
        this.contacts = contacts;
        this.audit = audit;
        this.clock = clock;
    }

    /// Accepts a claim and writes what it says.
    ///
    /// @throws ProblemException  when it has its answer already, or what it says cannot be written: then nothing is
    public void accept(Actor actor, Reader reader, ClaimId id, Acceptance acceptance) {
        Claim claim = locked(reader, id);
        Comparison known = known(reader, claim);
        switch (claim.said()) {
            case Said.OfDevice said -> devices.write(actor, reader, claim, said, acceptance);
            case Said.OfContact said -> contacts.write(actor, reader, claim, said);
            case Said.WantsSbom _ -> {
                // that it was accepted is all that the view of the customer's SBOMs asks for
            }
        }
        claims.end(claim, ClaimState.ACCEPTED, null, known, actor, now());
        audit.record(actor, Act.of("claim.accepted", "claim", id.toString()));
    }

    /// @param reason  for the customer to read
    public void refuse(Actor actor, Reader reader, ClaimId id, @Nullable String reason) {
        String words = TypedText.lines("reason", reason, LONGEST_REASON);
        if (words == null) {
            throw TypedText.refused("reason", "Say why: the customer reads it.", "is missing");
        }
        Claim claim = locked(reader, id);
        claims.end(claim, ClaimState.REFUSED, words, known(reader, claim), actor, now());
        audit.record(actor, Act.of("claim.refused", "claim", id.toString()));
    }

    /// What is kept of what was known. Of people nothing is: it is personal.
    private @Nullable Comparison known(Reader reader, Claim claim) {
        return claim.said() instanceof Said.OfContact ? null : compare(reader, claim);
    }

    /// What is known beside what is said; of a claim that has ended, what was known then.
    @Transactional(readOnly = true)
    public Comparison compare(Reader reader, Claim claim) {
        if (claim.ending() != null) {
            return Objects.requireNonNullElse(claim.ending().known(), new Comparison(List.of()));
        }
        return switch (claim.said()) {
            case Said.OfDevice said -> devices.compare(reader, claim, said);
            case Said.OfContact said -> contacts.compare(reader, said);
            case Said.WantsSbom _ -> new Comparison(List.of());
        };
    }

    private Claim locked(Reader reader, ClaimId id) {
        claims.lock(id);
        Claim claim = claims.find(reader, id)
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no claim \"%s\".".formatted(id)));
        if (!claim.isOpen()) {
            throw ClaimActs.ended(claim);
        }
        return claim;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
