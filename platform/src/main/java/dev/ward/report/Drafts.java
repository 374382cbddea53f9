package dev.ward.report;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.Cases;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.Mandate;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.regulation.CaseFacts;
import dev.ward.report.DraftItem.Content;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts drafts together: what Ward knows, and what people say of what it does not.
@Service
@Transactional
public class Drafts {

    /// Of what a person says of an item.
    public static final int LONGEST = 20_000;

    private final Map<DraftKind, Drafting> draftings;
    private final CaseReadings readings;
    private final AnswerRepository answers;
    private final DesignationRepository designations;
    private final Manufacturers manufacturers;
    private final CaseFacts facts;
    private final Cases cases;
    private final Mandate mandate;
    private final AuditTrail audit;
    private final Clock clock;

    Drafts(
            List<Drafting> draftings,
            CaseReadings readings,
            AnswerRepository answers,
            DesignationRepository designations,
            Manufacturers manufacturers,
            CaseFacts facts,
            Cases cases,
            Mandate mandate,
            AuditTrail audit,
            Clock clock) {
        this.draftings = draftings.stream().collect(Collectors.toUnmodifiableMap(Drafting::kind, one -> one));
        this.readings = readings;
        this.answers = answers;
        this.designations = designations;
        this.manufacturers = manufacturers;
        this.facts = facts;
        this.cases = cases;
        this.mandate = mandate;
        this.audit = audit;
        this.clock = clock;
    }

    /// Those that can be drafted, in the order of the forms.
    public List<DraftKind> kinds() {
        return draftings.keySet().stream().sorted(Comparator.naturalOrder()).toList();
    }

    /// @throws ProblemException  when nothing of the name is drafted
    public DraftKind kind(String slug) {
        return DraftKind.of(slug)
                .filter(draftings::containsKey)
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "No \"%s\" is drafted.".formatted(slug)));
    }

    /// What is known, and what people said of what is not.
    ///
    /// @throws ProblemException  when there is no such case for this reader
    @Transactional(readOnly = true)
    public Draft of(Reader reader, DraftKind kind, CaseNumber number) {
        return whole(cases.get(reader, number), kind, readings.of(reader, number));
    }

    /// All that can be drafted, in the order of the forms.
    ///
    /// @throws ProblemException  when there is no such case for this reader
    @Transactional(readOnly = true)
    public List<Draft> all(Reader reader, CaseNumber number) {
        VulnerabilityCase one = cases.get(reader, number);
        CaseReading reading = readings.of(reader, number);
        return kinds().stream().map(kind -> whole(one, kind, reading)).toList();
    }

    private Draft whole(VulnerabilityCase one, DraftKind kind, CaseReading reading) {
        Draft known = drafting(kind).draft(reading);
        Map<String, Answer> said = answers.of(one.id(), kind);
        List<DraftItem> items = new ArrayList<>();
        for (DraftItem item : known.items()) {
            items.add(
                    item.number().equals(LackingItem.NUMBER) && kind == DraftKind.FDA_806_10
                            ? LackingItem.of(items, said)
                            : overlaid(item, said.get(item.number())));
        }
        return new Draft(kind, one.number(), items);
    }

    /// What was said last of each item, by its number.
    @Transactional(readOnly = true)
    public Map<String, Answer> answers(Reader reader, DraftKind kind, CaseNumber number) {
        return answers.of(cases.get(reader, number).id(), kind);
    }

    /// The pages on which what an item is made from is entered, by the item's number.
    public Map<String, String> places(DraftKind kind, CaseNumber number) {
        return drafting(kind).places(number);
    }

    /// What was missing stays readable beside what a person said of it.
    private static DraftItem overlaid(DraftItem item, @Nullable Answer said) {
        if (said == null) {
            return item;
        }
        boolean still = said.stillOf(item.missing());
        List<Content> contents = new ArrayList<>(item.contents());
        String who = "%s, %s"
                .formatted(said.by(), said.entered().atOffset(ZoneOffset.UTC).toLocalDate());
        if (said.lacked() != null) {
            contents.add(new Content.Words("Ward did not know: " + said.lacked()));
        }
        contents.add(new Content.Words(
                said.promised() == null
                        ? "%s: %s".formatted(who, said.text())
                        : "%s: promised for %s. %s".formatted(who, said.promised(), said.text())));
        if (item.missing() != null && !still) {
            contents.add(new Content.Words("What is missing has changed since; say it again."));
        }
        boolean whole = still && said.promised() == null;
        return new DraftItem(item.number(), item.title(), item.source(), contents, whole ? null : item.missing());
    }

    /// Keeps what a person says of an item, or by when it will be known.
    ///
    /// @param promised  a day from today on; empty when the text itself is what was missing
    public void answer(
            Actor actor,
            Reader reader,
            DraftKind kind,
            CaseNumber number,
            @Nullable String item,
            @Nullable String text,
            @Nullable String promised) {
        mandate.confirm(actor, Permission.OBLIGATION_WRITE);
        VulnerabilityCase one = cases.get(reader, number);
        DraftItem of = drafting(kind).draft(readings.of(reader, number)).items().stream()
                .filter(known -> known.number().equals(item))
                .filter(known -> !known.number().equals(LackingItem.NUMBER))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.of(Problem.INVALID, "The form has no item \"%s\".".formatted(item)));
        if (kind.isOfPatient(of)) {
            throw ProblemException.of(
                    Problem.INVALID, "Ward keeps no data of patients: the record of the complaint holds this item.");
        }
        String words = TypedText.lines("text", text, LONGEST);
        if (words == null) {
            throw TypedText.refused("text", "The text is missing.", "is missing");
        }
        Answer said = new Answer(of.number(), words, day(promised), of.missing(), now(), actor.name());
        if (said.promised() != null && of.missing() == null) {
            throw TypedText.refused(
                    "promised", "Nothing is missing of this item.", "is not needed: nothing is missing");
        }
        answers.insert(one.id(), kind, said, actor);
        audit.record(
                actor,
                Act.of("report.item-answered", "case", number.text())
                        .after("kind", kind.slug())
                        .after("item", said.item())
                        .after("text", said.text())
                        .after(
                                "promised",
                                said.promised() == null ? null : said.promised().toString())
                        .before("missing", said.lacked())
                        .personal("text"));
    }

    /// Says whether the report is of a correction (C) or a removal (R); the first time it gets its
    /// sequence number.
    public void designate(Actor actor, Reader reader, CaseNumber number, @Nullable String type) {
        mandate.confirm(actor, Permission.OBLIGATION_WRITE);
        VulnerabilityCase one = cases.get(reader, number);
        if (type == null || !Set.of("C", "R").contains(type)) {
            throw TypedText.refused("type", "Choose correction or removal.", "is neither C nor R");
        }
        Set<Integer> taken = EnteredReports.sequences(facts.reportedNotes(EnteredReports.CORRECTIONS, one.id()));
        int last = taken.stream().reduce(manufacturers.current().sequenceBefore(), Math::max);
        int next = designations.next(last);
        ReportNumber before = designations.find(one.id()).orElse(null);
        ReportNumber given =
                new ReportNumber(type, before == null || taken.contains(before.sequence()) ? next : before.sequence());
        if (given.equals(before)) {
            return;
        }
        designations.insert(one.id(), given, actor, now());
        audit.record(
                actor,
                Act.of("report.designated", "case", number.text())
                        .before("type", before == null ? null : before.type())
                        .after("type", type)
                        .after("sequence", String.valueOf(given.sequence())));
    }

    /// What its report was said to be of: `C` or `R`; empty while nobody has said it.
    @Transactional(readOnly = true)
    public String type(Reader reader, CaseNumber number) {
        return designations
                .find(cases.get(reader, number).id())
                .map(ReportNumber::type)
                .orElse("");
    }

    private Drafting drafting(DraftKind kind) {
        Drafting one = draftings.get(kind);
        if (one == null) {
            throw ProblemException.of(Problem.NOT_FOUND, "No \"%s\" is drafted.".formatted(kind.slug()));
        }
        return one;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private @Nullable LocalDate day(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text.strip());
            TypedText.checkDate("promised", day);
            if (day.isBefore(
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1))) {
                throw TypedText.refused("promised", "%s lies behind us.".formatted(day), "lies behind us");
            }
            return day;
        } catch (DateTimeException e) {
            throw TypedText.refused("promised", "\"%s\" is no day (2026-03-08).".formatted(text), "is no day");
        }
    }
}
