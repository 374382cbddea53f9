package dev.ward.report;

import dev.ward.assessment.AssessmentState;
import dev.ward.assessment.Exploitability;
import dev.ward.assessment.Known;
import dev.ward.assessment.Verdict;
import dev.ward.correction.Change;
import dev.ward.correction.Recall;
import dev.ward.handling.CaseVulnerability;
import dev.ward.performance.HarmSeverity;
import dev.ward.performance.Hazard;
import dev.ward.product.Classification;
import dev.ward.product.DeviceType;
import dev.ward.product.MarketClass;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.Profile;
import dev.ward.product.Purpose;
import dev.ward.reach.ReachedCountry;
import dev.ward.regulation.AdverseEvent;
import dev.ward.regulation.CaseDue;
import dev.ward.regulation.Derived;
import dev.ward.regulation.Dossier;
import dev.ward.regulation.EventRecord;
import dev.ward.regulation.EvidenceEntry;
import dev.ward.regulation.ExploitationEntry;
import dev.ward.regulation.Worksheet;
import dev.ward.standards.due.DueEngine;
import dev.ward.standards.due.DueFacts.Association;
import dev.ward.standards.due.DueFacts.Determination;
import dev.ward.standards.due.DueFacts.ExploitationState;
import dev.ward.standards.due.DueFacts.ProductKind;
import dev.ward.standards.due.RuleBook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A case of which everything is known that Ward can know. A test takes one fact away and looks at what is
/// missing then.
final class FullCase {

    static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final UUID PERSON = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final ProductId PRODUCT = new ProductId(UUID.fromString("00000000-0000-7000-8000-000000000002"));
    private static final ModelId MODEL = new ModelId(UUID.fromString("00000000-0000-7000-8000-000000000003"));

    // What happened.
    String eventKind = "death";

    @Nullable
    LocalDate happened = LocalDate.parse("2026-10-01");

    @Nullable
    String aware = "2026-10-03";

    List<String> serials = List.of("SN-1");
    Association association = Association.ASSOCIATED;
    final Map<String, String> eventReports =
            new LinkedHashMap<>(Map.of("FDA", "1234567-2026-00001", "EU-MDR", "DE-4711"));
    boolean happenedAtAll = true;
    boolean happenedTwice;

    // The device of it.
    boolean registered = true;

    @Nullable
    LocalDate manufactured = LocalDate.parse("2024-05-01");

    @Nullable
    String di = "09506000134352";

    // The product.
    boolean described = true;
    boolean secondType;

    @Nullable
    String commonName = "Infusion pump";

    @Nullable
    String patients = "Adults in intensive care";

    @Nullable
    String usCode = "FRN";

    @Nullable
    String usClass = "III";

    @Nullable
    String euClass = "MDR IIb";

    @Nullable
    String euCode = "A03010102";

    @Nullable
    String basicUdi = "0950600PUMPQX";

    boolean identified = true;
    final List<KnownOfCase.Submitted> submissions = new ArrayList<>(List.of(
            new KnownOfCase.Submitted("US", "PMA", "P123456", null),
            new KnownOfCase.Submitted("EU", "MDR_CERTIFICATE", "HZ 2010", null)));
    List<String> releases = List.of("Pump Model S 2.1");

    // Who reports.
    @Nullable
    String makerName = "Pumpworks Inc.";

    @Nullable
    String makerAddress = "1 Main Street, Springfield, IL";

    @Nullable
    String makerPhone = "+1 217 555 0100";

    @Nullable
    String contactName = "Rae Regulatory";

    @Nullable
    String srn = "US-MF-000000001";

    Representative representative = new Representative("Pumpworks GmbH", "Musterallee 1, Berlin", "DE-AR-000000001");

    // What was judged.
    Determination determination = Determination.UNCONTROLLED;
    AssessmentState state = AssessmentState.DECIDED;
    boolean judged = true;
    Verdict verdict = Verdict.UNCONTROLLED;

    @Nullable
    HarmSeverity harm = HarmSeverity.CATASTROPHIC;

    @Nullable
    Exploitability exploitability = Exploitability.HIGH;

    @Nullable
    String exploitation = "Actively exploited";

    @Nullable
    Known multiPatient = Known.YES;

    @Nullable
    String population = "Premature babies";

    @Nullable
    String timeToHarm = "5 minutes";

    List<Hazard> hazards = List.of(new Hazard("Overdose", "respiratory arrest", HarmSeverity.CATASTROPHIC));
    List<String> chosen = List.of("Fix: it closes the hole");
    String rationale = "The fix is small.";
    boolean controlled = true;
    List<Change> changes = List.of(SampleCorrections.reportable(), SampleCorrections.withdrawn());
    List<Recall> recalls = List.of(SampleCorrections.recall());

    // What was said and done.
    final Map<String, @Nullable String> evidence = new LinkedHashMap<>(Map.of(
            EvidenceEntry.INITIATED,
            "2026-10-10",
            "customer-communication",
            "2026-10-10",
            "timeline-rationale",
            "2026-10-09",
            "fix-available",
            "2026-11-01",
            "isao-submission",
            "2026-10-10"));
    boolean evidenceFiled = true;
    List<String> reportedTo = List.of("FDA-806");
    List<String> awareness = List.of("FDA", "EU-MDR");
    final Map<String, String> answers =
            new LinkedHashMap<>(Map.of("PREMARKET", "no", "EU-FSCA", "yes", "RISK-HEALTH-1", "yes"));
    boolean worksheetSigned = true;
    boolean member = true;

    @Nullable
    LocalDate kev = LocalDate.parse("2026-09-01");

    @Nullable
    Instant matched = Instant.parse("2026-09-15T08:00:00Z");

    boolean holdsFlaw = true;

    @Nullable
    String summary = "Runs code from the network.";

    // Where it is.
    Set<String> markets = Set.of("US", "EU");

    @Nullable
    List<ReachedCountry> countries = List.of(
            new ReachedCountry("DE", 7, 3, 0, 0),
            new ReachedCountry("FR", 5, 0, 0, 0),
            new ReachedCountry("US", 9, 0, 0, 0));

    boolean runs = true;
    List<String> unheard = List.of();

    KnownInDepth known() {
        CaseDue due = due();
        List<CaseVulnerability> flaws = holdsFlaw
                ? List.of(new CaseVulnerability("CVE-2026-0001", false, null, List.of(), summary, kev != null))
                : List.of();
        KnownOfCase of = new KnownOfCase(
                due,
                events(),
                devices(),
                List.of(),
                List.of(),
                List.of(),
                unheard,
                List.of(),
                new Corrected(changes, recalls));
        return new KnownInDepth(
                of,
                flaws,
                worksheet(),
                judged ? List.of(risk()) : List.of(),
                registered && !serials.isEmpty() ? List.of(unit()) : List.of(),
                releases,
                controlled ? List.of(SampleRecords.control()) : List.of(),
                countries,
                () -> runs ? SampleRecords.runs(di) : Units.Listed.NONE,
                member ? List.of(SampleRecords.membership()) : List.of(),
                Map.of("death", "a patient's or user's death"),
                new Manufacturer(
                        1,
                        "1234567",
                        false,
                        makerName,
                        makerAddress,
                        makerPhone,
                        new Manufacturer.Contact(contactName, null, null, null),
                        0,
                        srn,
                        representative,
                        NOW,
                        "Rae"));
    }

    private CaseDue due() {
        Derived derived = new Derived(
                Set.of(PRODUCT),
                markets,
                usClass,
                true,
                determination,
                "decided to be so in 1 of 1 products",
                kev,
                NOW,
                matched,
                null,
                List.of());
        Dossier dossier = new Dossier(
                PERSON,
                ZoneId.of("UTC"),
                ProductKind.DEVICE,
                derived,
                awareness.stream().map(SampleRecords::awareness).toList(),
                evidence(),
                new ExploitationEntry(ExploitationState.NONE, null, "nothing found", NOW, "Sam"),
                List.of(),
                null);
        return new CaseDue(
                SampleRecords.subject(),
                dossier,
                DueEngine.evaluate(dossier.facts(), RuleBook.shipped(), NOW),
                List.of());
    }

    private List<EvidenceEntry> evidence() {
        List<EvidenceEntry> all = new ArrayList<>();
        evidence.forEach((type, moment) -> all.add(entry(type, null, moment)));
        reportedTo.forEach(to -> all.add(entry("reported", to, "2026-10-20")));
        return all;
    }

    private EvidenceEntry entry(String type, @Nullable String recipient, @Nullable String moment) {
        return new EvidenceEntry(
                PERSON,
                type,
                recipient,
                moment,
                "noted: " + type,
                evidenceFiled ? new EvidenceEntry.NamedFile(PERSON, type + ".pdf", "ab12") : null,
                false,
                NOW,
                "Sam",
                null);
    }

    private List<EventRecord> events() {
        if (!happenedAtAll) {
            return List.of();
        }
        EventRecord first = event(PERSON);
        return happenedTwice ? List.of(first, event(UUID.randomUUID())) : List.of(first);
    }

    private EventRecord event(UUID id) {
        AdverseEvent event =
                new AdverseEvent(id, eventKind, happened, aware, "The pump stopped.", serials, association, NOW, "Sam");
        List<EventRecord.Verdict> verdicts = association == Association.UNKNOWN
                ? List.of()
                : List.of(new EventRecord.Verdict(
                        PERSON, 1, "associated", "by its log", false, NOW, PERSON, "Cleo", null, null));
        return new EventRecord(
                event,
                verdicts,
                eventReports.entrySet().stream()
                        .map(one -> new EventRecord.Report(one.getKey(), one.getValue(), NOW, "Rae"))
                        .toList());
    }

    private List<KnownOfCase.Described> devices() {
        if (!described) {
            return List.of();
        }
        List<KnownOfCase.Described> all = new ArrayList<>(List.of(device(MODEL, "Model S")));
        if (secondType) {
            all.add(device(new ModelId(PERSON), "Model T"));
        }
        return all;
    }

    private KnownOfCase.Described device(ModelId model, String name) {
        DeviceType type = new DeviceType(PRODUCT, model);
        List<MarketClass> classes = new ArrayList<>();
        classes.add(new MarketClass("US", usClass, usCode, null, null, null));
        classes.add(new MarketClass("EU", euClass, euCode, null, null, basicUdi));
        Profile profile = Profile.UNSAID
                .with(new Purpose(commonName, commonName == null ? null : "Gives drugs", null, patients, 10))
                .with(new Classification(classes));
        return new KnownOfCase.Described(
                type,
                "Pump",
                "Pump " + name,
                profile,
                identified ? List.of(SampleRecords.identifier(PRODUCT, MODEL, name)) : List.of(),
                submissions,
                true);
    }

    private EventUnit unit() {
        return new EventUnit(
                "SN-1",
                PRODUCT,
                "Pump",
                MODEL,
                "Model S",
                di,
                "L7",
                "2.1",
                manufactured,
                manufactured == null ? null : LocalDate.parse("2034-05-01"),
                "DE");
    }

    private KnownRisk risk() {
        return new KnownRisk(
                "CVE-2026-0001 in Pump",
                state,
                "decided on 2026-09-30 as version 1, by ward:RISK:1.0.0",
                verdict,
                harm,
                exploitability,
                exploitation,
                "CISA",
                multiPatient,
                "",
                List.of(new KnownRisk.Threatened(
                        "Delivers at the set rate",
                        "Pump Model S",
                        HarmSeverity.CATASTROPHIC,
                        "ICU",
                        "",
                        population,
                        timeToHarm,
                        hazards)),
                chosen,
                rationale);
    }

    private Worksheet worksheet() {
        List<Worksheet.Line> lines = new ArrayList<>();
        answers.forEach((id, answer) -> lines.add(new Worksheet.Line(
                new Worksheet.Question(id, "authority", Set.of(), null, "text", "yes", "undetermined", "source"),
                List.of(new Worksheet.Answer(1, id, answer, "we looked", NOW, "Rae")))));
        return new Worksheet(1, lines, worksheetSigned ? List.of(SampleRecords.signature()) : List.of());
    }
}
