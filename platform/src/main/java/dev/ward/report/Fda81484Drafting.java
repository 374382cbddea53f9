package dev.ward.report;

import dev.ward.correction.Recall;
import dev.ward.handling.Coordinator;
import dev.ward.regulation.EvidenceEntry;
import dev.ward.regulation.IsaoPeriod;
import dev.ward.regulation.Worksheet;
import dev.ward.report.Corrected.Standing;
import dev.ward.report.KnownOfCase.Described;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Drafts the section of the periodic report of devices with a premarket approval.
///
/// Source: 21 CFR 814.84; FDA Postmarket Management of Cybersecurity in Medical Devices (2016), VIII;
/// FDA Cybersecurity in Medical Devices (2026), V.A.6.
@Component
class Fda81484Drafting extends FormDrafting {

    private static final Form FORM = Form.of(DraftKind.FDA_814_84);
    private static final String LABEL =
            "Not a submission: a section for the next periodic report of the premarket approval, to be checked.";
    private static final List<String> MDR = List.of("FDA", "FDA-MDR");
    private static final List<String> REPORTS =
            List.of("FDA", "FDA-MDR", "FDA-MDR-30", "FDA-MDR-5", "FDA-806", "FDA-806-EXT");
    private static final String PREMARKET = "PREMARKET";

    Fda81484Drafting() {
        super(DraftKind.FDA_814_84, Fda81484Drafting::items);
    }

    static List<DraftItem> items(KnownInDepth known) {
        FilledForm form = new FilledForm(FORM);
        Concern concern = Concern.market(known, KnownInDepth.US::equals, "the United States")
                .and(ApprovedDevices.concern(known.devices()));
        concern.into(form, LABEL);
        if (concern.excluded()) {
            return form.items("").subList(0, 1);
        }
        vulnerability(form, known);
        change(form, known);
        links(form, known);
        told(form, known);
        PatchMeasures.into(form, known);
        return form.items("");
    }

    private static void vulnerability(FilledForm form, KnownInDepth known) {
        form.put(
                "(1)",
                known.known().due().dossier().awareness().stream()
                        .filter(one -> one.regime().equals("FDA") && !one.waits())
                        .map(one -> "%s: %s (declared by %s)".formatted(one.moment(), one.restsOn(), one.by()))
                        .toList());
        form.put("(2)", known.flawWords());
        form.lack("(2)", known.flaws().isEmpty() ? null : known.undescribed());
        List<String> result = known.result();
        form.put("(3)", result);
        form.lack("(3)", result.isEmpty() ? null : known.undecided());
    }

    private static void change(FilledForm form, KnownInDepth known) {
        List<String> changes = new ArrayList<>();
        known.risks().forEach(risk -> risk.chosen().forEach(one -> changes.add("%s: %s".formatted(risk.title(), one))));
        known.controls()
                .forEach(one -> changes.add("Compensating control \"%s\": %s"
                        .formatted(one.draft().name(), one.draft().instructions())));
        Corrected corrected = known.known().corrected();
        changes.addAll(corrected.changed());
        form.put("(4)", changes);
        form.lack(
                "(4)",
                changes.isEmpty() || !corrected.changes().isEmpty()
                        ? null
                        : "The comparison with the version that was approved, as no change is entered.");
        List<String> reasons = new ArrayList<>();
        known.risks().stream()
                .filter(risk -> !risk.rationale().isBlank())
                .forEach(risk -> reasons.add("%s: %s".formatted(risk.title(), risk.rationale())));
        corrected.standing().map(Standing::rationale).filter(Objects::nonNull).forEach(reasons::add);
        reasons.addAll(known.evidence("timeline-rationale"));
        form.put("(5)", reasons);
    }

    private static void links(FilledForm form, KnownInDepth known) {
        form.put(
                "(6)",
                known.devices().stream().map(Fda81484Drafting::submissions).toList());
        List<String> without = known.devices().stream()
                .filter(device -> device.submissions(KnownInDepth.US).isEmpty())
                .map(Described::name)
                .toList();
        form.lack(
                "(6)",
                without.isEmpty()
                        ? null
                        : "No submission in the United States is entered for %s."
                                .formatted(String.join(", ", without)));
        List<String> numbers = KnownInDepth.numbers(known.events(), MDR);
        form.put("(7)", numbers);
        long unnumbered = known.events().stream()
                .filter(event -> KnownInDepth.numbers(List.of(event), MDR).isEmpty())
                .count();
        form.lack(
                "(7)",
                numbers.isEmpty() || unnumbered == 0
                        ? null
                        : "%d further events have no number.".formatted(unnumbered));
        recalls(form, known.known().corrected());
        form.put("(9)", KnownInDepth.identifiers(known.devices()));
        LocalDate kev = known.known().due().dossier().derived().kevSince();
        form.put("(10)", alerts(known, kev));
        List<String> silent = known.coordinators().stream()
                .filter(one -> one.said().advisory() == null)
                .map(Coordinator::words)
                .toList();
        form.lack(
                "(10)",
                silent.isEmpty()
                        ? null
                        : "Whether it was published by %s is not entered.".formatted(String.join(", ", silent)));
    }

    private static void recalls(FilledForm form, Corrected corrected) {
        form.put("(8)", corrected.recalls().stream().map(Corrected::words).toList());
        corrected
                .recallsWithout(Recall::number)
                .forEach(title -> form.lack("(8)", "The number is not entered: %s.".formatted(title)));
    }

    private static List<String> alerts(KnownInDepth known, @Nullable LocalDate kev) {
        List<String> alerts = new ArrayList<>();
        if (kev != null) {
            alerts.add("In CISA's catalogue of known exploited vulnerabilities since %s.".formatted(kev));
        }
        known.coordinators().forEach(one -> {
            if (one.said().advisory() != null) {
                alerts.add("%s: %s%s"
                        .formatted(
                                one.words(),
                                one.said().advisory(),
                                one.said().published() == null
                                        ? ""
                                        : ", published " + one.said().published()));
            }
        });
        return alerts;
    }

    private static String submissions(Described device) {
        String words = device.submissions(KnownInDepth.US).stream()
                .map(KnownOfCase.Submitted::words)
                .collect(Collectors.joining(", "));
        return "%s: %s".formatted(device.name(), words.isEmpty() ? "no submission is entered" : words);
    }

    private static void told(FilledForm form, KnownInDepth known) {
        form.put("(11)", known.evidence("customer-communication"));
        form.lack(
                "(11)",
                known.known().evidence("customer-communication").stream().anyMatch(one -> one.file() == null)
                        ? "What customers were told is not in the files of the case for each of them."
                        : null);
        List<EvidenceEntry> submitted = known.known().evidence("isao-submission");
        form.put(
                "(12)",
                submitted.stream()
                        .map(one -> KnownInDepth.words(one) + members(known, one))
                        .toList());
        form.lack(
                "(12)",
                submitted.stream().anyMatch(one -> members(known, one).isEmpty())
                        ? "To which ISAO, as no membership is entered for the day."
                        : null);
        List<String> reports = new ArrayList<>(known.reported(REPORTS)
                .map(one -> "Reported to %s, %s".formatted(one.recipient(), KnownInDepth.words(one)))
                .toList());
        Worksheet.Answer premarket = premarket(known);
        if (premarket != null) {
            reports.add("Whether a premarket submission is needed: %s. %s (%s)"
                    .formatted(
                            premarket.answer(),
                            premarket.reason(),
                            known.worksheet().signed() ? "signed worksheet" : "worksheet, not signed"));
        }
        Corrected corrected = known.known().corrected();
        corrected.standing().map(Standing::premarket).forEach(reports::add);
        form.put("(13)", reports);
        corrected
                .premarketOpen()
                .forEach(title -> form.lack(
                        "(13)", "%s: nobody has signed whether a premarket submission is needed.".formatted(title)));
        if (premarket != null && !premarket.answer().equals(Worksheet.UNDETERMINED)) {
            corrected
                    .premarketOtherThan(premarket.answer())
                    .forEach(title -> form.lack(
                            "(13)", "%s: its premarket answer is another one than the worksheet's.".formatted(title)));
        }
        if (!reports.isEmpty()
                && (premarket == null
                        || premarket.answer().equals(Worksheet.UNDETERMINED)
                        || !known.worksheet().signed())) {
            form.lack("(13)", "The signed worksheet does not say whether a premarket submission is needed.");
        }
    }

    private static Worksheet.@Nullable Answer premarket(KnownInDepth known) {
        return known.worksheet().lines().stream()
                .filter(line -> line.question().id().equals(PREMARKET))
                .flatMap(line -> Stream.ofNullable(line.answer()))
                .findFirst()
                .orElse(null);
    }

    /// " (member of MedISAO)" by the memberships that cover the day; empty when none does.
    private static String members(KnownInDepth known, EvidenceEntry entry) {
        if (entry.moment() == null) {
            return "";
        }
        ZoneId zone = known.known().due().dossier().zone();
        LocalDate day = PatchMeasures.day(entry.moment(), zone);
        String names = known.isaos().stream()
                .filter(one -> one.criterion() == 1 && one.withdrawn() == null && covers(one, day))
                .map(IsaoPeriod::isao)
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " (member of %s)".formatted(names);
    }

    private static boolean covers(IsaoPeriod one, LocalDate day) {
        return !day.isBefore(one.from()) && (one.until() == null || !day.isAfter(one.until()));
    }
}
