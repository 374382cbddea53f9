package dev.ward.regulation;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.database.Uuids;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.AccountId;
import dev.ward.identity.Mandate;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.signature.CanonicalRecord;
import dev.ward.signature.Meaning;
import dev.ward.signature.Signable;
import dev.ward.signature.Signatures;
import dev.ward.signature.Signer;
import dev.ward.standards.due.Moment;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes declarations of when something was learned. Each is signed by whoever declares it, and stays.
/// An earlier one rules at once; one that is later than what rules needs a reason, and rules when
/// somebody for regulatory affairs has signed it too.
@Service
@Transactional
public class Awarenesses {

    static final String RECORD = "awareness";

    private final AwarenessRepository awareness;
    private final FactEntries entries;
    private final RuleBooks books;
    private final Signatures signatures;
    private final Mandate mandate;

    Awarenesses(
            AwarenessRepository awareness,
            FactEntries entries,
            RuleBooks books,
            Signatures signatures,
            Mandate mandate) {
        this.awareness = awareness;
        this.entries = entries;
        this.books = books;
        this.signatures = signatures;
        this.mandate = mandate;
    }

    /// @param regime  of the rules' vocabulary, or the id of a clock
    /// @param at      a day, a time, or an instant, as [Moment] reads it
    /// @param reason  needed when it is later than what rules
    public AwarenessEntry declare(
            Signer signer,
            Reader reader,
            CaseNumber number,
            @Nullable String regime,
            @Nullable String at,
            @Nullable String restsOn,
            @Nullable String reason) {
        Actor actor = signer.person().actor();
        mandate.confirm(actor, Permission.OBLIGATION_WRITE);
        VulnerabilityCase one = entries.get(reader, number);
        Dossier dossier = entries.dossier(one);
        String under = known(regime);
        Moment moment = entries.moment("at", at, dossier.zone());
        String fact = FactEntries.text("restsOn", restsOn);
        Optional<Instant> ruling = earliest(dossier, under);
        boolean later = ruling.isPresent() && moment.earliest().isAfter(ruling.get());
        String why = later ? why(reason, dossier, under) : null;
        Instant now = entries.now();
        AwarenessEntry entry = new AwarenessEntry(
                Uuids.next(),
                under,
                moment.text(),
                fact,
                later,
                why,
                now,
                account(signer).value(),
                actor.name(),
                null,
                null);
        awareness.insert(one.id(), entry);
        signatures.sign(signer, signable(one, dossier.zone(), entry), Meaning.AUTHORSHIP);
        entries.done(
                actor,
                one,
                act("case.awareness-declared", one, entry)
                        .after("later", later ? "waits for a second signature" : null));
        return entry;
    }

    /// Signs that something was learned later than what rules says; from then on it rules.
    public void confirm(Signer signer, Reader reader, CaseNumber number, UUID id) {
        Actor actor = signer.person().actor();
        mandate.confirm(actor, Permission.REGULATION_SIGN);
        VulnerabilityCase one = entries.get(reader, number);
        Dossier dossier = entries.dossier(one);
        AwarenessEntry entry = dossier.awareness().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.of(Problem.NOT_FOUND, "The case has no declaration \"%s\".".formatted(id)));
        if (entry.enteredBy().equals(account(signer).value())) {
            throw ProblemException.of(
                    Problem.CONFLICT, "You declared it yourself. Somebody else signs it. Nothing was signed.");
        }
        if (!awareness.confirm(id, account(signer).value(), actor.name(), entries.now())) {
            throw ProblemException.of(
                    Problem.CONFLICT, "It does not wait for a second signature any more. Nothing was signed.");
        }
        signatures.sign(signer, signable(one, dossier.zone(), entry), Meaning.APPROVAL);
        entries.done(actor, one, act("case.awareness-confirmed", one, entry));
    }

    private static Act act(String what, VulnerabilityCase one, AwarenessEntry entry) {
        return FactEntries.act(what, one)
                .after("entry", entry.id().toString())
                .after("regime", entry.regime())
                .after("at", entry.moment())
                .after("restsOn", entry.restsOn())
                .why(entry.reason())
                .personal("restsOn", Act.WHY);
    }

    /// Exactly what two people sign.
    private static Signable signable(VulnerabilityCase one, ZoneId zone, AwarenessEntry entry) {
        Map<String, String> content = new TreeMap<>(Map.of(
                "case", one.number().text(),
                "regime", entry.regime(),
                "at", entry.moment(),
                "zone", zone.getId(),
                "restsOn", entry.restsOn()));
        if (entry.reason() != null) {
            content.put("reason", entry.reason());
        }
        return new Signable(
                RECORD,
                entry.id(),
                1,
                RECORD,
                CanonicalRecord.of(content),
                "It was learned of under %s at %s.".formatted(entry.regime(), entry.moment()));
    }

    private static AccountId account(Signer signer) {
        return Objects.requireNonNull(signer.person().caller().account());
    }

    /// The earliest that rules, where one does.
    static Optional<Instant> earliest(Dossier dossier, String regime) {
        return dossier.ruling().stream()
                .filter(one -> one.regime().equals(regime))
                .map(one -> Moment.parse(one.moment(), dossier.zone()).earliest())
                .min(Instant::compareTo);
    }

    private static String why(@Nullable String reason, Dossier dossier, String regime) {
        String words = TypedText.lines("reason", reason, FactEntries.LONGEST);
        if (words == null) {
            String rules = dossier.ruling().stream()
                    .filter(one -> one.regime().equals(regime))
                    .map(AwarenessEntry::moment)
                    .findFirst()
                    .orElse("");
            throw TypedText.refused(
                    "reason",
                    "This is later than %s, which rules now. Say why; it rules when somebody else has signed it too."
                            .formatted(rules),
                    "is needed, as this is later than %s, which rules now".formatted(rules));
        }
        return words;
    }

    private String known(@Nullable String regime) {
        String word = TypedText.required("regime", regime, FactEntries.LONGEST);
        List<String> own = List.of(Dossier.TRIAGE, Dossier.REPORT);
        if (own.contains(word)
                || (!books.regimes().containsKey(word) && !books.clocks().contains(word))) {
            throw TypedText.refused(
                    "regime",
                    "\"%s\" is no regime. It is one of: %s; or the name of a clock."
                            .formatted(word, String.join(", ", books.regimes().keySet())),
                    "is no regime");
        }
        return word;
    }
}
