package dev.ward.report;

import dev.ward.assessment.Known;
import dev.ward.correction.Recall;
import dev.ward.performance.HarmSeverity;
import dev.ward.report.KnownRisk.Threatened;
import dev.ward.standards.due.DueFacts.Determination;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Drafts the evaluation of the health hazard from what was assessed. The conclusion is a person's.
///
/// Source: 21 CFR 7.41.
@Component
class HealthHazardDrafting extends FormDrafting {

    private static final Form FORM = Form.of(DraftKind.FDA_HHE);
    private static final String LABEL =
            "Not a conclusion: drafted from the assessments of the case, for whoever evaluates the hazard to health.";

    private static final String CONCLUSION = "Conclusion";
    private static final Set<String> LIMBS = Set.of("RISK-HEALTH-1", "RISK-HEALTH-2");

    HealthHazardDrafting() {
        super(DraftKind.FDA_HHE, HealthHazardDrafting::items);
    }

    static List<DraftItem> items(KnownInDepth known) {
        FilledForm form = new FilledForm(FORM);
        concern(known).into(form, LABEL);
        form.put(
                "(a)(1)",
                known.events().stream()
                        .map(event -> EventLines.line(known, event))
                        .toList());
        form.put("(a)(1)", known.saidOfEvents());
        form.lack(
                "(a)(1)",
                known.events().stream().anyMatch(event -> event.counting() == null)
                        ? "Whether the vulnerability contributed is not judged of each event."
                        : null);
        conditions(form, known);
        people(form, known);
        gravity(form, known);
        consequences(form, known);
        form.put(CONCLUSION, limbs(known));
        form.lackStill(CONCLUSION);
        form.put(
                "(b)/1",
                known.known().corrected().recalls().stream()
                        .filter(one -> one.recallClass() != null)
                        .map(Corrected::words)
                        .toList());
        known.known()
                .corrected()
                .recallsWithout(Recall::recallClass)
                .forEach(title -> form.lack("(b)/1", "The class is not entered: %s.".formatted(title)));
        return form.items("");
    }

    /// What the signed worksheet says of the risk to health, for whoever concludes.
    private static List<String> limbs(KnownInDepth known) {
        return known.worksheet().lines().stream()
                .filter(line -> known.worksheet().signed()
                        && LIMBS.contains(line.question().id()))
                .flatMap(line -> Stream.ofNullable(line.answer())
                        .map(answer -> "By the signed worksheet: %s %s: %s"
                                .formatted(line.question().text(), answer.answer(), answer.reason())))
                .toList();
    }

    private static Concern concern(KnownInDepth known) {
        return known.determination() == Determination.UNKNOWN
                ? Concern.unknown("It is not known whether the risk is controlled: %s.".formatted(known.because()))
                : Concern.yes("It belongs to the decision on a correction or removal, whatever the result. %s"
                        .formatted(String.join(" ", known.result().subList(0, 1))));
    }

    private static void conditions(FilledForm form, KnownInDepth known) {
        form.put(
                "(a)(2)",
                known.risks().stream()
                        .filter(KnownRisk::unaffected)
                        .map(KnownRisk::result)
                        .toList());
        form.put(
                "(a)(2)",
                known.hazardous().stream()
                        .filter(risk -> !risk.noneReason().isBlank())
                        .map(risk -> "%s: no essential function is compromised (%s): %s"
                                .formatted(risk.title(), risk.standing(), risk.noneReason()))
                        .toList());
        put(
                form,
                "(a)(2)",
                known,
                risk -> each(risk, one -> {
                    List<String> lines = new ArrayList<>();
                    one.hazards().stream()
                            .map(hazard -> hazard.situation())
                            .distinct()
                            .forEach(situation -> lines.add("%s%s: %s"
                                    .formatted(
                                            one.words(),
                                            one.environment().isBlank() ? "" : " in " + one.environment(),
                                            situation)));
                    return lines;
                }));
        if (form.isEmpty("(a)(2)") && known.unassessed().isEmpty()) {
            form.lackStill("(a)(2)");
        }
        form.lack(
                "(a)(2)",
                "The documents on which it rests, or the statement that it is the opinion of whoever evaluates.");
        lackFunctions(
                form,
                "(a)(2)",
                known,
                one -> one.hazards().isEmpty(),
                "What can come of the loss of %s is not described.");
    }

    private static void people(FilledForm form, KnownInDepth known) {
        List<String> lines = new ArrayList<>(KnownInDepth.each(
                known.devices(), device -> device.profile().purpose().patients()));
        known.hazardous().forEach(risk -> {
            each(
                            risk,
                            one -> one.population() == null
                                    ? List.of()
                                    : List.of("%s: %s".formatted(one.words(), one.population())))
                    .forEach(lines::add);
            if (risk.multiPatient() != null) {
                lines.add("%s: one attack can harm several patients: %s."
                        .formatted(risk.title(), risk.multiPatient().title()));
            }
        });
        form.put("(a)(3)", lines.stream().distinct().toList());
        if (!known.unassessed().isEmpty()) {
            lackUnassessed(form, "(a)(3)", known);
        }
        if (!lines.isEmpty()) {
            form.lack(
                    "(a)(3)",
                    KnownInDepth.each(
                                                    known.devices(),
                                                    device -> device.profile()
                                                            .purpose()
                                                            .patients())
                                            .size()
                                    < known.devices().size()
                            ? "The profile does not say of each product on whom it is used."
                            : null);
            lackFunctions(
                    form, "(a)(3)", known, one -> one.population() == null, "Who depends on %s is not described.");
            known.hazardous().stream()
                    .filter(risk -> risk.multiPatient() == null || risk.multiPatient() == Known.UNKNOWN)
                    .forEach(risk -> form.lack(
                            "(a)(3)",
                            "%s: whether one attack can harm several patients is not known.".formatted(risk.title())));
        }
    }

    private static void gravity(FilledForm form, KnownInDepth known) {
        known.risks().stream().filter(KnownRisk::unaffected).forEach(risk -> form.put("(a)(4)", risk.result()));
        put(form, "(a)(4)", known, risk -> {
            HarmSeverity harm = risk.harm();
            if (harm == null) {
                return List.of();
            }
            List<String> lines = new ArrayList<>(List.of(
                    "%s: %s, that is %s (%s)".formatted(risk.title(), harm.title(), harm.meaning(), risk.standing())));
            lines.addAll(each(
                    risk,
                    one -> List.of("%s: %s%s"
                            .formatted(
                                    one.words(),
                                    one.severity().title(),
                                    one.why().isBlank() ? "" : ". " + one.why()))));
            if (!risk.noneReason().isBlank()) {
                lines.add("No essential function is compromised: " + risk.noneReason());
            }
            return lines;
        });
        lackRisks(form, "(a)(4)", known, risk -> risk.harm() == null, "%s: harm to patients is not assessed.");
        put(
                form,
                "(a)(5)",
                known,
                risk -> risk.exploitability() == null
                        ? List.of()
                        : List.of("%s: exploitability %s (%s). Exploitation: %s.%s"
                                .formatted(
                                        risk.title(),
                                        risk.exploitability().title(),
                                        risk.standing(),
                                        risk.exploitation() == null ? "not known" : risk.exploitation(),
                                        risk.evidence().isBlank() ? "" : " " + risk.evidence())));
        lackRisks(form, "(a)(5)", known, risk -> risk.exploitability() == null, "%s: exploitability is not assessed.");
        lackRisks(
                form,
                "(a)(5)",
                known,
                risk -> risk.exploitability() != null && risk.exploitation() == null,
                "%s: whether it is exploited is not known.");
    }

    private static void consequences(FilledForm form, KnownInDepth known) {
        put(
                form,
                "(a)(6)/1",
                known,
                risk -> each(
                        risk,
                        one -> one.timeToHarm() == null
                                ? List.of()
                                : one.hazards().stream()
                                        .map(hazard -> "%s, %s after its loss: %s"
                                                .formatted(one.words(), one.timeToHarm(), hazard.words()))
                                        .toList()));
        lackFunctions(
                form,
                "(a)(6)/1",
                known,
                one -> one.timeToHarm() == null,
                "How fast the loss of %s harms is not described.");
        put(
                form,
                "(a)(6)/2",
                known,
                risk -> each(
                        risk,
                        one -> one.hazards().stream()
                                .filter(hazard -> hazard.severity() == HarmSeverity.CRITICAL
                                        || hazard.severity() == HarmSeverity.CATASTROPHIC)
                                .map(hazard -> "%s: %s".formatted(one.words(), hazard.words()))
                                .toList()));
        lackFunctions(
                form,
                "(a)(6)/2",
                known,
                one -> one.hazards().stream().anyMatch(hazard -> hazard.severity() == null),
                "How grave a harm of %s is, is not known.");
    }

    /// Puts lines of each risk into an item. What is not decided, and what nobody assessed, is said to be
    /// so.
    private static void put(
            FilledForm form, String number, KnownInDepth known, Function<KnownRisk, List<String>> lines) {
        List<String> all = known.hazardous().stream()
                .flatMap(risk -> lines.apply(risk).stream())
                .toList();
        form.put(number, all);
        if (!all.isEmpty()) {
            form.lack(number, known.undecided());
        } else if (!known.unassessed().isEmpty()) {
            lackUnassessed(form, number, known);
        }
    }

    private static void lackUnassessed(FilledForm form, String number, KnownInDepth known) {
        if (form.isEmpty(number)) {
            form.lackStill(number);
        }
        known.notAssessed().forEach(missing -> form.lack(number, missing));
    }

    private static List<String> each(KnownRisk risk, Function<Threatened, List<String>> lines) {
        return risk.threatened().stream().map(lines).flatMap(Collection::stream).toList();
    }

    private static void lackFunctions(
            FilledForm form, String number, KnownInDepth known, Predicate<Threatened> open, String words) {
        lack(
                form,
                number,
                known.hazardous().stream()
                        .flatMap(risk -> risk.threatened().stream())
                        .filter(open)
                        .map(Threatened::words),
                words);
    }

    private static void lackRisks(
            FilledForm form, String number, KnownInDepth known, Predicate<KnownRisk> open, String words) {
        lack(form, number, known.hazardous().stream().filter(open).map(KnownRisk::title), words);
    }

    private static void lack(FilledForm form, String number, Stream<String> names, String words) {
        new LinkedHashSet<>(names.toList()).forEach(name -> form.lack(number, words.formatted(name)));
    }
}
