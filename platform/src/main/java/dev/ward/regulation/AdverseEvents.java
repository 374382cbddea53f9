package dev.ward.regulation;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.database.Uuids;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.Mandate;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.regulation.EventRecord.Report;
import dev.ward.regulation.EventRecord.Verdict;
import dev.ward.signature.CanonicalRecord;
import dev.ward.signature.Meaning;
import dev.ward.signature.Signable;
import dev.ward.signature.Signatures;
import dev.ward.signature.Signer;
import dev.ward.standards.due.DueFacts.Association;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes what happened to people and devices, and what clinical safety says of whether the
/// vulnerability contributed to
/// it. A graver verdict counts at once; a milder one when somebody else has signed it for regulatory
/// affairs too.
///
/// Source: FDA Postmarket Management of Cybersecurity in Medical Devices (2016), VII.B; 21 CFR 803.3,
/// 803.20.
@Service
@Transactional
public class AdverseEvents {

    static final String RECORD = "event-association";

    private static final String FDA = "FDA";
    private static final int LONGEST_NUMBER = 60;
    private static final int MOST_DEVICES = 1_000;
    private static final int LONGEST_DEVICES = 100_000;
    private static final Pattern MDR_NUMBER = Pattern.compile("(\\d{7}|\\d{10})-\\d{4}-\\d{5}");
    /// The gravest last.
    private static final List<Association> GRAVITY =
            List.of(Association.RULED_OUT, Association.SUSPECTED, Association.ASSOCIATED);

    private final EventRepository events;
    private final VerdictRepository verdicts;
    private final FactEntries entries;
    private final RuleBooks books;
    private final Signatures signatures;
    private final Mandate mandate;

    AdverseEvents(
            EventRepository events,
            VerdictRepository verdicts,
            FactEntries entries,
            RuleBooks books,
            Signatures signatures,
            Mandate mandate) {
        this.events = events;
        this.verdicts = verdicts;
        this.entries = entries;
        this.books = books;
        this.signatures = signatures;
        this.mandate = mandate;
    }

    /// All events of a case that the reader may see, in the order in which they were entered.
    @Transactional(readOnly = true)
    public List<EventRecord> of(Reader reader, CaseNumber number) {
        return records(entries.get(reader, number));
    }

    /// Those of a case of which somebody was shown what is due.
    @Transactional(readOnly = true)
    public List<EventRecord> of(CaseDue seen) {
        return verdicts.records(seen.dossier().events());
    }

    /// In which case an event was entered.
    ///
    /// @throws ProblemException  when there is none, or none that the reader may see
    @Transactional(readOnly = true)
    public CaseNumber caseOf(Reader reader, UUID event) {
        return events.caseOf(reader, event)
                .orElseThrow(
                        () -> ProblemException.of(Problem.NOT_FOUND, "There is no event \"%s\".".formatted(event)));
    }

    public EventRecord enter(Actor actor, Reader reader, CaseNumber number, EventDraft draft) {
        VulnerabilityCase one = entries.get(reader, number);
        String kind = TypedText.required("kind", draft.kind(), FactEntries.LONGEST);
        if (!books.events().containsKey(kind)) {
            throw TypedText.refused(
                    "kind",
                    "\"%s\" is no kind of event. It is one of: %s."
                            .formatted(kind, String.join(", ", books.events().keySet())),
                    "is no kind of event");
        }
        ZoneId zone = entries.dossier(one).zone();
        String aware = draft.aware() == null || draft.aware().isBlank()
                ? null
                : entries.moment("aware", draft.aware(), zone).text();
        AdverseEvent event = new AdverseEvent(
                Uuids.next(),
                kind,
                happened(draft.happened(), zone),
                aware,
                FactEntries.text("description", draft.description()),
                devices(draft.devices()),
                Association.UNKNOWN,
                entries.now(),
                actor.name(),
                null);
        verdicts.insert(one.id(), event, actor);
        entries.done(
                actor,
                one,
                FactEntries.act("case.event-entered", one)
                        .after("event", event.id().toString())
                        .after("kind", kind)
                        .after(
                                "happened",
                                event.happened() == null
                                        ? null
                                        : event.happened().toString())
                        .after("aware", aware)
                        .after("description", event.description())
                        .after("devices", event.devices().isEmpty() ? null : String.join(", ", event.devices()))
                        .personal("description"));
        return new EventRecord(event, List.of(), List.of());
    }

    /// Keeps under which number an authority knows an event.
    public void report(
            Actor actor,
            Reader reader,
            CaseNumber number,
            UUID event,
            @Nullable String authority,
            @Nullable String reported) {
        VulnerabilityCase one = entries.get(reader, number);
        EventRecord found = get(one, event);
        String to = TypedText.required("authority", authority, LONGEST_NUMBER);
        if (!books.regimes().containsKey(to)) {
            throw TypedText.refused(
                    "authority",
                    "\"%s\" is no regime. It is one of: %s."
                            .formatted(to, String.join(", ", books.regimes().keySet())),
                    "is no regime");
        }
        String text = TypedText.required("number", reported, LONGEST_NUMBER);
        if (to.equals(FDA) && !MDR_NUMBER.matcher(text).matches()) {
            throw TypedText.refused(
                    "number",
                    "\"%s\" is no number of a medical device report: registration number, year and sequence, 1234567-2026-00001."
                            .formatted(text),
                    "is no number like 1234567-2026-00001");
        }
        if (!verdicts.insert(found.event().id(), new Report(to, text, entries.now(), actor.name()), actor)) {
            throw ProblemException.of(Problem.CONFLICT, "The event has this number already.");
        }
        entries.done(
                actor,
                one,
                FactEntries.act("case.event-report-entered", one)
                        .after("event", event.toString())
                        .after("authority", to)
                        .after("number", text));
    }

    /// Signs for clinical safety whether the vulnerability contributed to an event.
    ///
    /// @return what was signed; it waits when it is milder than what counts
    public Verdict judge(
            Signer signer,
            Reader reader,
            CaseNumber number,
            UUID event,
            @Nullable String association,
            @Nullable String reason) {
        Actor actor = signer.person().actor();
        mandate.confirm(actor, Permission.HARM_SIGN);
        VulnerabilityCase one = entries.get(reader, number);
        verdicts.hold(event);
        EventRecord found = counting(one, event);
        Association said = FactWords.association("association", association);
        if (said == Association.UNKNOWN) {
            throw TypedText.refused(
                    "association",
                    "Nobody signs that it is not known. Until something else is signed it is.",
                    "is no verdict");
        }
        Association counts = found.event().association();
        Verdict verdict = new Verdict(
                Uuids.next(),
                found.verdicts().size() + 1,
                FactWords.word(said),
                FactEntries.text("reason", reason),
                counts != Association.UNKNOWN && GRAVITY.indexOf(said) < GRAVITY.indexOf(counts),
                entries.now(),
                account(signer),
                actor.name(),
                null,
                null);
        verdicts.insert(event, verdict);
        signatures.sign(signer, signable(one, found.event(), verdict), Meaning.AUTHORSHIP);
        entries.done(
                actor,
                one,
                act("case.event-judged", one, found, verdict)
                        .before("association", FactWords.word(counts))
                        .after("counts", verdict.milder() ? "waits for a second signature" : null));
        return verdict;
    }

    /// Signs for regulatory affairs that an event is judged more mildly than before; from then on that
    /// counts.
    public void confirm(Signer signer, Reader reader, CaseNumber number, UUID event) {
        Actor actor = signer.person().actor();
        mandate.confirm(actor, Permission.REGULATION_SIGN);
        VulnerabilityCase one = entries.get(reader, number);
        verdicts.hold(event);
        EventRecord found = counting(one, event);
        Verdict verdict = found.verdicts().stream()
                .filter(found::waits)
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        Problem.CONFLICT, "No verdict waits for a second signature. Nothing was signed."));
        if (verdict.signedBy().equals(account(signer))) {
            throw ProblemException.of(
                    Problem.CONFLICT, "You judged it yourself. Somebody else signs it. Nothing was signed.");
        }
        verdicts.confirm(verdict.id(), account(signer), actor.name(), entries.now());
        signatures.sign(signer, signable(one, found.event(), verdict), Meaning.APPROVAL);
        entries.done(
                actor,
                one,
                act("case.event-verdict-confirmed", one, found, verdict)
                        .before("association", FactWords.word(found.event().association())));
    }

    private List<EventRecord> records(VulnerabilityCase one) {
        return verdicts.records(entries.dossier(one).events());
    }

    private EventRecord counting(VulnerabilityCase one, UUID event) {
        EventRecord found = get(one, event);
        if (!found.event().counts()) {
            throw ProblemException.of(Problem.CONFLICT, "It was withdrawn. Nothing was signed.");
        }
        return found;
    }

    EventRecord get(VulnerabilityCase one, UUID event) {
        return records(one).stream()
                .filter(known -> known.event().id().equals(event))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.of(Problem.NOT_FOUND, "The case has no event \"%s\".".formatted(event)));
    }

    private static Act act(String what, VulnerabilityCase one, EventRecord event, Verdict verdict) {
        return FactEntries.act(what, one)
                .after("event", event.event().id().toString())
                .after("version", String.valueOf(verdict.version()))
                .after("association", verdict.association())
                .why(verdict.reason())
                .personal(Act.WHY);
    }

    /// Exactly what is signed, by one or by two.
    private static Signable signable(VulnerabilityCase one, AdverseEvent event, Verdict verdict) {
        return new Signable(
                RECORD,
                verdict.id(),
                1,
                RECORD,
                CanonicalRecord.of(Map.of(
                        "case", one.number().text(),
                        "event", event.id().toString(),
                        "kind", event.kind(),
                        "description", event.description(),
                        "version", String.valueOf(verdict.version()),
                        "association", verdict.association(),
                        "reason", verdict.reason())),
                "Whether the vulnerability contributed to the event (%s): %s."
                        .formatted(event.kind(), verdict.association()));
    }

    private static UUID account(Signer signer) {
        return Objects.requireNonNull(signer.person().caller().account()).value();
    }

    private @Nullable LocalDate happened(@Nullable String text, ZoneId zone) {
        LocalDate day;
        try {
            day = VerdictRepository.day(text);
        } catch (DateTimeException e) {
            throw TypedText.refused(
                    "happened", "\"%s\" is no day (2026-03-08).".formatted(text), "is no day (2026-03-08)");
        }
        if (day != null && day.isAfter(entries.now().atZone(zone).toLocalDate())) {
            throw TypedText.refused("happened", "%s lies ahead.".formatted(day), "lies ahead");
        }
        return day;
    }

    private static List<String> devices(@Nullable String text) {
        String words = TypedText.lines("devices", text, LONGEST_DEVICES);
        if (words == null) {
            return List.of();
        }
        List<String> all = Arrays.stream(words.split("[\\n,;]"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
        if (all.size() > MOST_DEVICES) {
            throw TypedText.refused(
                    "devices", "One event concerns at most %d devices.".formatted(MOST_DEVICES), "are too many");
        }
        return all;
    }
}
