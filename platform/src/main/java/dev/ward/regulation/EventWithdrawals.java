package dev.ward.regulation;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.database.Uuids;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.Mandate;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.regulation.Judged.Outcome;
import dev.ward.signature.CanonicalRecord;
import dev.ward.signature.Meaning;
import dev.ward.signature.Signable;
import dev.ward.signature.Signatures;
import dev.ward.signature.Signer;
import dev.ward.standards.due.RuleBook;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Withdraws events that were entered by mistake. They stay where they are, and count no more; where that
/// would make something better, from when somebody else has signed it for regulatory affairs too.
@Service
@Transactional
public class EventWithdrawals {

    static final String RECORD = "event-withdrawal";

    private final AdverseEvents events;
    private final EventRepository repository;
    private final VerdictRepository verdicts;
    private final FactEntries entries;
    private final RuleBooks books;
    private final Signatures signatures;
    private final Mandate mandate;

    EventWithdrawals(
            AdverseEvents events,
            EventRepository repository,
            VerdictRepository verdicts,
            FactEntries entries,
            RuleBooks books,
            Signatures signatures,
            Mandate mandate) {
        this.events = events;
        this.repository = repository;
        this.verdicts = verdicts;
        this.entries = entries;
        this.books = books;
        this.signatures = signatures;
        this.mandate = mandate;
    }

    /// Signs that an event was entered by mistake.
    ///
    /// @return what was signed; it waits when it would make something better
    public EventWithdrawal withdraw(
            Signer signer, Reader reader, CaseNumber number, UUID event, @Nullable String reason) {
        Actor actor = signer.person().actor();
        mandate.confirm(actor, Permission.OBLIGATION_WRITE);
        VulnerabilityCase one = entries.get(reader, number);
        verdicts.hold(event);
        EventRecord found = events.get(one, event);
        if (found.event().withdrawal() != null) {
            throw ProblemException.of(Problem.CONFLICT, "It was withdrawn before. Nothing was signed.");
        }
        Instant now = entries.now();
        EventWithdrawal withdrawal = new EventWithdrawal(
                Uuids.next(),
                FactEntries.text("reason", reason),
                wouldBeBetter(entries.dossier(one), found.event(), books.current(), now),
                now,
                account(signer),
                actor.name(),
                null,
                null);
        repository.insert(event, withdrawal);
        signatures.sign(signer, signable(one, found.event(), withdrawal), Meaning.AUTHORSHIP);
        entries.done(
                actor,
                one,
                act("case.event-withdrawn", one, found.event(), withdrawal)
                        .after("counts", withdrawal.better() ? "waits for a second signature" : null));
        return withdrawal;
    }

    /// Signs for regulatory affairs that an event was entered by mistake; from then on it counts no more.
    public void confirm(Signer signer, Reader reader, CaseNumber number, UUID event) {
        Actor actor = signer.person().actor();
        mandate.confirm(actor, Permission.REGULATION_SIGN);
        VulnerabilityCase one = entries.get(reader, number);
        verdicts.hold(event);
        AdverseEvent found = events.get(one, event).event();
        EventWithdrawal withdrawal = found.withdrawal();
        if (withdrawal == null || withdrawal.counts()) {
            throw ProblemException.of(
                    Problem.CONFLICT, "No withdrawal waits for a second signature. Nothing was signed.");
        }
        if (withdrawal.signedBy().equals(account(signer))) {
            throw ProblemException.of(
                    Problem.CONFLICT, "You withdrew it yourself. Somebody else signs it. Nothing was signed.");
        }
        repository.confirm(withdrawal.id(), account(signer), actor.name(), entries.now());
        signatures.sign(signer, signable(one, found, withdrawal), Meaning.APPROVAL);
        entries.done(actor, one, act("case.event-withdrawal-confirmed", one, found, withdrawal));
    }

    /// Whether an outcome would be milder, or a clock gone that runs or ran.
    static boolean wouldBeBetter(Dossier dossier, AdverseEvent event, RuleBook book, Instant at) {
        Judged with = Evaluations.judge(dossier, book, at);
        Judged without = Evaluations.judge(dossier.without(event), book, at);
        Map<String, Integer> graver =
                without.outcomes().stream().collect(Collectors.toMap(Outcome::ruleSet, Outcome::place));
        boolean milder = with.outcomes().stream().anyMatch(one -> graver.getOrDefault(one.ruleSet(), -1) < one.place());
        Set<String> clocks = new HashSet<>(clocks(with));
        clocks.removeAll(clocks(without));
        return milder || !clocks.isEmpty();
    }

    private static Set<String> clocks(Judged judged) {
        return judged.deadlines().stream()
                .map(one -> one.key() + " " + one.endsAt())
                .collect(Collectors.toSet());
    }

    private static Act act(String what, VulnerabilityCase one, AdverseEvent event, EventWithdrawal withdrawal) {
        return FactEntries.act(what, one)
                .before("event", event.id().toString())
                .before("kind", event.kind())
                .before("aware", event.aware())
                .why(withdrawal.reason())
                .personal(Act.WHY);
    }

    /// Exactly what is signed, by one or by two.
    private static Signable signable(VulnerabilityCase one, AdverseEvent event, EventWithdrawal withdrawal) {
        return new Signable(
                RECORD,
                withdrawal.id(),
                1,
                RECORD,
                CanonicalRecord.of(Map.of(
                        "case", one.number().text(),
                        "event", event.id().toString(),
                        "kind", event.kind(),
                        "description", event.description(),
                        "reason", withdrawal.reason())),
                "The event (%s) was entered by mistake.".formatted(event.kind()));
    }

    private static UUID account(Signer signer) {
        return Objects.requireNonNull(signer.person().caller().account()).value();
    }
}
