package dev.ward.regulation;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.database.Uuids;
import dev.ward.handling.CaseFile;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.CaseTalk;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.Mandate;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.regulation.EvidenceEntry.NamedFile;
import dev.ward.signature.CanonicalRecord;
import dev.ward.signature.Meaning;
import dev.ward.signature.Signable;
import dev.ward.signature.Signatures;
import dev.ward.signature.Signer;
import dev.ward.standards.due.DueFacts.ExploitationState;
import dev.ward.standards.due.DueFacts.ProductKind;
import dev.ward.standards.due.Moment;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes what was done in a case and can be shown, and what people say of it as a whole. Nothing is
/// changed: what was wrong is withdrawn with a reason, or said anew.
@Service
@Transactional
public class CaseFacts {

    static final String INITIATION = "initiation";

    private final DeedRepository evidence;
    private final SayingRepository sayings;
    private final FactEntries entries;
    private final RuleBooks books;
    private final CaseTalk talk;
    private final Signatures signatures;
    private final Mandate mandate;

    CaseFacts(
            DeedRepository evidence,
            SayingRepository sayings,
            FactEntries entries,
            RuleBooks books,
            CaseTalk talk,
            Signatures signatures,
            Mandate mandate) {
        this.evidence = evidence;
        this.sayings = sayings;
        this.entries = entries;
        this.books = books;
        this.talk = talk;
        this.signatures = signatures;
        this.mandate = mandate;
    }

    /// Takes what was done, but for what must be signed: [#initiate].
    public EvidenceEntry enter(Actor actor, Reader reader, CaseNumber number, EvidenceDraft draft) {
        String type = TypedText.required("type", draft.type(), FactEntries.LONGEST);
        if (!books.evidence().containsKey(type)) {
            throw TypedText.refused(
                    "type",
                    "\"%s\" is nothing that can be shown. It is one of: %s."
                            .formatted(type, String.join(", ", books.evidence().keySet())),
                    "is no type of evidence");
        }
        VulnerabilityCase one = entries.get(reader, number);
        EvidenceEntry entry = entry(actor, reader, one, draft, type, recipient(type, draft.recipient()), false);
        evidence.insert(one.id(), entry, actor, null);
        entries.done(actor, one, act("case.evidence-entered", one, entry));
        return entry;
    }

    /// Takes that Ward recorded a report to an authority itself: of a draft that was kept here.
    ///
    /// @param source  what it was recorded from; one source gives one entry
    public EvidenceEntry reported(Actor actor, Reader reader, CaseNumber number, EvidenceDraft draft, String source) {
        VulnerabilityCase one = entries.get(reader, number);
        TypedText.required("at", draft.at(), FactEntries.LONGEST);
        EvidenceEntry entry = entry(
                actor,
                reader,
                one,
                draft,
                EvidenceEntry.REPORTED,
                recipient(EvidenceEntry.REPORTED, draft.recipient()),
                true);
        evidence.insert(one.id(), entry, actor, source);
        entries.done(actor, one, act("case.evidence-recorded", one, entry));
        return entry;
    }

    /// When something was done, and the case's file that shows it.
    ///
    /// @param moment  in the zone of the case
    public record Witness(Moment moment, @Nullable NamedFile file) {}

    /// Reads what somebody says of a deed that no clock waits for: its caller keeps it, and the case takes no fact.
    ///
    /// @param at    a day or a time that does not lie ahead
    /// @param file  one of the case's files; null for none
    @Transactional(readOnly = true)
    public Witness witness(Reader reader, CaseNumber number, @Nullable String at, @Nullable UUID file) {
        VulnerabilityCase one = entries.get(reader, number);
        return new Witness(
                entries.moment("at", at, entries.dossier(one).zone()),
                file == null ? null : file(reader, number, file));
    }

    /// What was written of reports to a recipient in all cases but one, so that no number is used twice; whatever
    /// else it says goes to nobody.
    @Transactional(readOnly = true)
    public List<String> reportedNotes(String recipient, UUID except) {
        return evidence.notes(EvidenceEntry.REPORTED, recipient, except);
    }

    /// Signs when a correction or removal was initiated. The earliest that counts starts the clock of
    /// its report.
    public EvidenceEntry initiate(Signer signer, Reader reader, CaseNumber number, EvidenceDraft draft) {
        Actor actor = signer.person().actor();
        mandate.confirm(actor, Permission.OBLIGATION_WRITE);
        VulnerabilityCase one = entries.get(reader, number);
        TypedText.required("at", draft.at(), FactEntries.LONGEST);
        EvidenceEntry entry = entry(actor, reader, one, draft, EvidenceEntry.INITIATED, null, false);
        evidence.insert(one.id(), entry, actor, null);
        Map<String, String> content = new TreeMap<>(Map.of(
                "case", number.text(),
                "at", Objects.requireNonNull(entry.moment()),
                "zone", entries.dossier(one).zone().getId(),
                "what", entry.note()));
        if (entry.file() != null) {
            content.put("file", entry.file().sha256());
        }
        signatures.sign(
                signer,
                new Signable(
                        INITIATION,
                        entry.id(),
                        1,
                        INITIATION,
                        CanonicalRecord.of(content),
                        "A correction or removal was initiated at %s.".formatted(entry.moment())),
                Meaning.AUTHORSHIP);
        entries.done(actor, one, act("case.correction-initiated", one, entry));
        return entry;
    }

    public void withdraw(Actor actor, Reader reader, CaseNumber number, UUID id, @Nullable String because) {
        VulnerabilityCase one = entries.get(reader, number);
        String why = FactEntries.text("because", because);
        EvidenceEntry entry = entries.dossier(one).evidence().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.of(Problem.NOT_FOUND, "The case has no evidence \"%s\".".formatted(id)));
        if (!evidence.withdraw(id, actor, why, entries.now())) {
            throw ProblemException.of(Problem.CONFLICT, "It was withdrawn before.");
        }
        entries.done(
                actor,
                one,
                FactEntries.act("case.evidence-withdrawn", one)
                        .before("entry", id.toString())
                        .before("type", entry.type())
                        .before("at", entry.moment())
                        .why(why)
                        .personal(Act.WHY));
    }

    /// @param at  when malicious use became known; null when nobody knows, or none is known
    public void exploited(
            Actor actor,
            Reader reader,
            CaseNumber number,
            ExploitationState state,
            @Nullable String at,
            @Nullable String restsOn) {
        VulnerabilityCase one = entries.get(reader, number);
        String moment = momentOrNull(at, entries.dossier(one).zone());
        ExploitationEntry entry =
                new ExploitationEntry(state, moment, FactEntries.text("restsOn", restsOn), entries.now(), actor.name());
        sayings.insert(one.id(), entry, actor);
        entries.done(
                actor,
                one,
                FactEntries.act("case.exploitation-said", one)
                        .after("state", SayingRepository.word(state))
                        .after("at", moment)
                        .after("restsOn", entry.restsOn())
                        .personal("restsOn"));
    }

    /// @param zone  in which the days of the case begin and end
    /// @param kind  whether its products are medical devices; null when nobody says
    public void frame(
            Actor actor, Reader reader, CaseNumber number, @Nullable String zone, @Nullable ProductKind kind) {
        VulnerabilityCase one = entries.get(reader, number);
        Dossier before = entries.dossier(one);
        ZoneId where;
        try {
            where = ZoneId.of(TypedText.required("zone", zone, FactEntries.LONGEST));
        } catch (DateTimeException e) {
            throw TypedText.refused("zone", "There is no time zone \"%s\".".formatted(zone), "is no time zone");
        }
        sayings.insert(one.id(), new SayingRepository.Setting(where, kind), actor, entries.now());
        entries.done(
                actor,
                one,
                FactEntries.act("case.due-framed", one)
                        .before("zone", before.zone().getId())
                        .before("productKind", word(before.saidKind()))
                        .after("zone", where.getId())
                        .after("productKind", word(kind)));
    }

    private static @Nullable String word(@Nullable ProductKind kind) {
        return kind == null ? null : SayingRepository.word(kind);
    }

    private EvidenceEntry entry(
            Actor actor,
            Reader reader,
            VulnerabilityCase one,
            EvidenceDraft draft,
            String type,
            @Nullable String recipient,
            boolean recorded) {
        return new EvidenceEntry(
                Uuids.next(),
                type,
                recipient,
                momentOrNull(draft.at(), entries.dossier(one).zone()),
                FactEntries.text("note", draft.note()),
                draft.file() == null ? null : file(reader, one.number(), draft.file()),
                recorded,
                entries.now(),
                actor.name(),
                null);
    }

    private @Nullable String momentOrNull(@Nullable String at, ZoneId zone) {
        return at == null || at.isBlank()
                ? null
                : entries.moment("at", at, zone).text();
    }

    private @Nullable String recipient(String type, @Nullable String recipient) {
        if (!type.equals(EvidenceEntry.REPORTED)) {
            return null;
        }
        String to = TypedText.required("recipient", recipient, FactEntries.LONGEST);
        if (!books.regimes().containsKey(to) && !books.clocks().contains(to)) {
            throw TypedText.refused(
                    "recipient", "\"%s\" is no regime and no clock.".formatted(to), "is no regime and no clock");
        }
        return to;
    }

    private NamedFile file(Reader reader, CaseNumber number, UUID id) {
        CaseFile found = talk.files(reader, number).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> TypedText.refused("file", "The case has no such file.", "is no file of the case"));
        return new NamedFile(found.id(), found.name(), found.sha256());
    }

    private static Act act(String what, VulnerabilityCase one, EvidenceEntry entry) {
        return FactEntries.act(what, one)
                .after("entry", entry.id().toString())
                .after("type", entry.type())
                .after("recipient", entry.recipient())
                .after("at", entry.moment())
                .after("note", entry.note())
                .after("file", entry.file() == null ? null : entry.file().sha256())
                .personal("note");
    }
}
