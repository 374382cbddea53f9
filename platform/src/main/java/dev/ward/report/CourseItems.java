package dev.ward.report;

import dev.ward.assessment.AssessmentLine;
import dev.ward.assessment.CompensatingControl;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.regulation.AdverseEvent;
import dev.ward.regulation.EventRecord;
import dev.ward.regulation.EventRecord.Report;
import dev.ward.regulation.EvidenceEntry;
import dev.ward.regulation.FactWords;
import dev.ward.standards.due.DueFacts.Association;
import dev.ward.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The items that say what happened, what was done, and what was said to whom.
///
/// Source: 21 CFR 806.10(c)(7), (8), (12); 806.20(b)(3), (5).
final class CourseItems {

    private static final String COMMUNICATION = "customer-communication";
    private static final String FIX = "fix-available";
    private static final String ANY = "whether there were any";
    private static final Set<String> HARM = Set.of("death", "serious-injury");

    private CourseItems() {}

    static DraftItem course(CorrectionFacts facts, String number) {
        Filling item = new Filling(
                number,
                "The event, and the corrective or removal actions taken and expected",
                "Case: description, vulnerabilities; assessments; evidence entries; compensating controls; changes;"
                        + " recalls");
        VulnerabilityCase one = facts.known().subject();
        item.words(one.title());
        if (one.description() == null) {
            item.lacks("a description of the event that gave rise to it");
        } else {
            item.words(one.description());
        }
        if (!one.vulnerabilities().isEmpty()) {
            item.words("Vulnerabilities: %s.".formatted(String.join(", ", one.vulnerabilities())));
        }
        item.words("Risk of patient harm: %s; %s."
                .formatted(
                        FactWords.word(facts.known().due().dossier().derived().determination()),
                        facts.known().due().dossier().derived().because()));
        item.table(
                List.of("Vulnerability", "Device", "Decision", "Harm", "Releases"),
                facts.known().assessments().stream().map(CourseItems::assessed).toList(),
                null,
                facts.casePage());
        actions(facts, item);
        return item.item();
    }

    private static List<String> assessed(AssessmentLine line) {
        return List.of(
                line.vulnerability(),
                line.productName(),
                line.verdict() == null ? "not decided" : line.verdict().title(),
                Filling.or(line.harm()),
                String.valueOf(line.releases()));
    }

    private static void actions(CorrectionFacts facts, Filling item) {
        List<List<String>> rows = new ArrayList<>();
        facts.known().due().dossier().evidence().stream()
                .filter(EvidenceEntry::counts)
                .forEach(entry ->
                        rows.add(List.of(action(entry), Filling.or(entry.moment()), entry.note(), entry.by())));
        item.table(List.of("Action", "When", "What", "Entered by"), rows, null, facts.casePage() + "/due");
        item.table(
                List.of("Compensating control", "Device", "How far", "Until"),
                facts.known().controls().stream().map(CourseItems::control).toList(),
                null,
                facts.casePage());
        CorrectedItems.actions(facts, item);
        String taken = RuleWords.taken(facts.known());
        item.lacksIf(
                facts.known().evidence(EvidenceEntry.INITIATED).isEmpty(),
                "when and by what the correction or removal was initiated"
                        + (taken == null ? "" : "; taken as " + taken));
        item.lacksIf(
                facts.known().evidence(FIX).isEmpty(),
                "what is still expected to be done, as no fix is entered as available");
    }

    private static String action(EvidenceEntry entry) {
        String words = entry.recipient() == null
                ? RuleWords.deed(entry.type())
                : switch (entry.recipient()) {
                    case "FDA" -> "report to the FDA (21 CFR 806)";
                    case "FDA-MDR" -> "medical device report (21 CFR 803)";
                    case "EU-MDR" -> "vigilance report (Regulation (EU) 2017/745)";
                    default -> "%s: %s".formatted(RuleWords.deed(entry.type()), entry.recipient());
                };
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static List<String> control(CompensatingControl one) {
        return List.of(
                one.draft().name(),
                one.productName(),
                one.kept().title(),
                one.draft().expires().toString());
    }

    static DraftItem harm(CorrectionFacts facts, String number) {
        Filling item = new Filling(
                number,
                "Illnesses and injuries, with the numbers of medical device reports",
                "Adverse events of the case");
        List<EvidenceEntry> reported = EnteredReports.events(facts.known());
        item.table(
                List.of("What", "On", "Description", "The vulnerability contributed", "Report numbers"),
                facts.known().events().stream()
                        .map(one -> event(one, !reported.isEmpty()))
                        .toList(),
                null,
                facts.casePage() + "/due/events");
        item.lacksIf(
                facts.known().events().isEmpty(), ANY + ": none was entered, and nobody has said that there were none");
        for (EventRecord one : facts.known().events()) {
            AdverseEvent event = one.event();
            boolean ruledOut = event.association() == Association.RULED_OUT;
            item.lacksIf(
                    HARM.contains(event.kind()) && one.reports().isEmpty() && !ruledOut,
                    reported.isEmpty()
                            ? "the report number of the %s of %s, or why it has none"
                                    .formatted(event.kind().replace('-', ' '), day(event))
                            : "the report number of the %s of %s: a medical device report of %s is entered without it"
                                    .formatted(
                                            event.kind().replace('-', ' '), day(event), EnteredReports.days(reported)));
            item.lacksIf(
                    event.association() == Association.UNKNOWN,
                    "whether the vulnerability contributed to the %s of %s"
                            .formatted(event.kind().replace('-', ' '), day(event)));
        }
        return item.item();
    }

    /// Whether what was missing of the item of events was, whether there were any.
    static boolean asksForAny(@Nullable String lacked) {
        return lacked != null && lacked.toLowerCase(Locale.ROOT).startsWith(ANY);
    }

    private static String day(AdverseEvent event) {
        return event.happened() == null ? "an unknown day" : event.happened().toString();
    }

    /// @param reported  whether a medical device report is entered
    private static List<String> event(EventRecord one, boolean reported) {
        AdverseEvent event = one.event();
        return List.of(
                event.kind().replace('-', ' '),
                Filling.or(event.happened()),
                event.description(),
                FactWords.word(event.association()).replace('-', ' '),
                one.reports().isEmpty()
                        ? reported ? "not entered" : "none is entered"
                        : one.reports().stream().map(Report::number).collect(Collectors.joining(", ")));
    }

    static DraftItem communications(CorrectionFacts facts, String number, boolean withRecipients) {
        Filling item = new Filling(
                number,
                withRecipients
                        ? "Copies of all communications, and their recipients beside the consignees"
                        : "Copies of all communications",
                "Evidence entries: customer communication, with its file");
        List<EvidenceEntry> sent = facts.known().evidence(COMMUNICATION);
        item.table(
                List.of("When", "What", "Copy", "SHA-256 of the copy"),
                sent.stream()
                        .map(one -> List.of(
                                Filling.or(one.moment()),
                                one.note(),
                                one.file() == null ? "none" : one.file().name(),
                                one.file() == null ? "–" : one.file().sha256()))
                        .toList(),
                null,
                facts.casePage() + "/due");
        item.lacksIf(sent.isEmpty(), "every communication, as none is entered");
        long without = sent.stream().filter(one -> one.file() == null).count();
        item.lacksIf(
                without > 0,
                "a copy of %d of %s".formatted(without, Words.counted(sent.size(), "communication", "communications")));
        item.lacksIf(sent.stream().anyMatch(one -> one.moment() == null), "when a communication was sent");
        if (withRecipients && !sent.isEmpty()) {
            item.words("Ward knows of no recipients but the consignees; name others here when there were any.");
        }
        return item.item();
    }
}
