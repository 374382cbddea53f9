package dev.ward.report;

import dev.ward.assessment.Assessment;
import dev.ward.assessment.AssessmentId;
import dev.ward.assessment.AssessmentLine;
import dev.ward.assessment.AssessmentState;
import dev.ward.assessment.Assessments;
import dev.ward.assessment.Decision;
import dev.ward.assessment.Decisions;
import dev.ward.assessment.ExploitabilityPart;
import dev.ward.assessment.HarmPart;
import dev.ward.assessment.MitigationPart;
import dev.ward.assessment.OptionChoice;
import dev.ward.assessment.Standing;
import dev.ward.identity.Reader;
import dev.ward.performance.Aspect;
import dev.ward.performance.EssentialFunction;
import dev.ward.performance.EssentialPerformances;
import dev.ward.performance.PerformanceVersion;
import dev.ward.performance.Subject;
import dev.ward.product.ProductId;
import dev.ward.report.KnownOfCase.Described;
import dev.ward.report.KnownRisk.Threatened;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads what the vulnerabilities of a case were judged to mean for patients. What is hidden with
/// another case stays hidden, whoever asks: a draft is read by all who see its own case.
@Component
@Transactional(readOnly = true)
class RiskReading {

    /// Sees what is restricted to nobody.
    private static final Reader UNRESTRICTED = new Reader("report", true, null);

    private static final int PARTS_OF_KEY = 3;

    private final Assessments assessments;
    private final Decisions decisions;
    private final EssentialPerformances performances;

    RiskReading(Assessments assessments, Decisions decisions, EssentialPerformances performances) {
        this.assessments = assessments;
        this.decisions = decisions;
        this.performances = performances;
    }

    /// In the order of the case's own assessments, then those that were made elsewhere.
    List<KnownRisk> of(Reader reader, KnownOfCase known) {
        Map<AssessmentId, Assessment> all = new LinkedHashMap<>();
        for (AssessmentLine line : known.assessments()) {
            all.put(line.id(), assessments.get(reader, line.id()));
        }
        for (String name : known.subject().vulnerabilities()) {
            assessments.ofVulnerability(UNRESTRICTED, name).forEach(one -> all.putIfAbsent(one.id(), one));
        }
        return all.values().stream().map(one -> risk(reader, one)).toList();
    }

    /// What nobody has assessed: vulnerabilities of the case in products in which they are found, and all
    /// of them in a product of the case of which nothing was assessed, as nobody knows what is in it.
    ///
    /// @return "CVE-2026-1 in Pump"
    List<String> unassessed(KnownOfCase known, List<KnownRisk> risks) {
        Set<String> titles = new LinkedHashSet<>();
        Set<ProductId> products = known.due().dossier().derived().products();
        for (String name : known.subject().vulnerabilities()) {
            assessments.undecided(UNRESTRICTED, name).stream()
                    .filter(one -> products.contains(one.product()))
                    .forEach(one -> titles.add("%s in %s".formatted(name, one.name())));
        }
        Set<String> spokenOf = Stream.concat(risks.stream().map(KnownRisk::title), titles.stream())
                .collect(Collectors.toSet());
        known.devices().stream()
                .map(Described::product)
                .distinct()
                .filter(product -> spokenOf.stream().noneMatch(title -> title.endsWith(" in " + product)))
                .forEach(product -> known.subject()
                        .vulnerabilities()
                        .forEach(name -> titles.add("%s in %s".formatted(name, product))));
        risks.forEach(risk -> titles.remove(risk.title()));
        return List.copyOf(titles);
    }

    private KnownRisk risk(Reader reader, Assessment now) {
        Decision decision = now.state() == AssessmentState.OPEN
                ? null
                : decisions.list(reader, now.id()).stream().findFirst().orElse(null);
        Standing standing = decision == null
                ? assessments.standing(reader, now.id())
                : decisions.standing(reader, now.id(), decision.version());
        Assessment answered = standing.assessment();
        HarmPart harm = answered.harm();
        ExploitabilityPart exploitability = answered.exploitability();
        boolean harmSaid = !harm.compromised().isEmpty() || !harm.noneReason().isEmpty();
        boolean exploitSaid = !exploitability.answers().isEmpty() || exploitability.override() != null;
        return new KnownRisk(
                now.title(),
                now.productName(),
                now.state(),
                decision == null ? null : words(decision),
                standing.judgement().verdict(),
                harmSaid ? standing.judgement().harm() : null,
                exploitSaid ? standing.judgement().withChain() : null,
                standing.judgement().exploitation() == null
                        ? null
                        : standing.judgement().exploitation().title(),
                exploitability.evidence(),
                harm.multiPatient(),
                harm.noneReason(),
                threatened(reader, answered),
                chosen(answered.mitigation()),
                Stream.of(
                                answered.determination().rationale(),
                                answered.determination().residualReason())
                        .filter(text -> !text.isBlank())
                        .reduce((a, b) -> a + "\n" + b)
                        .orElse(""));
    }

    private static String words(Decision decision) {
        return "decided on %s as version %d, by %s"
                .formatted(
                        decision.at().atOffset(ZoneOffset.UTC).toLocalDate(),
                        decision.version(),
                        matrix(decision.matrix()));
    }

    /// "the matrix RISK, version 1.0.0"; as it is where the key of a matrix has another form.
    ///
    /// @param key  `ward:RISK:1.0.0`
    static String matrix(String key) {
        List<String> parts = List.of(key.split(":", -1));
        return parts.size() == PARTS_OF_KEY
                ? "the matrix %s, version %s".formatted(parts.get(1), parts.getLast())
                : key;
    }

    private static List<String> chosen(@Nullable MitigationPart mitigation) {
        return mitigation == null
                ? List.of()
                : mitigation.options().stream()
                        .filter(one -> one.choice() == OptionChoice.CHOSEN)
                        .map(one -> one.why().isBlank()
                                ? one.kind().title()
                                : "%s: %s".formatted(one.kind().title(), one.why()))
                        .toList();
    }

    private List<Threatened> threatened(Reader reader, Assessment answered) {
        List<Threatened> all = new ArrayList<>();
        Map<UUID, EssentialFunction> described = described(reader, answered);
        for (HarmPart.Compromised one : answered.harm().compromised()) {
            EssentialFunction function = described.get(one.function());
            all.add(new Threatened(
                    one.name(),
                    one.model(),
                    one.severity(),
                    one.environment(),
                    one.why(),
                    function == null ? null : function.said().get(Aspect.POPULATION),
                    function == null || !function.counted().known()
                            ? null
                            : function.counted().words(),
                    function == null ? List.of() : function.hazards()));
        }
        return all;
    }

    /// The functions in the versions in which the assessment read them; where that was a draft, in force.
    private Map<UUID, EssentialFunction> described(Reader reader, Assessment answered) {
        Map<UUID, EssentialFunction> functions = new HashMap<>();
        if (answered.harm().compromised().isEmpty()) {
            return functions;
        }
        for (Subject subject : answered.releases().stream()
                .flatMap(place -> performances.subjectsOfRelease(reader, place.release()).stream())
                .distinct()
                .toList()) {
            performances.inForce(subject).ifPresent(version -> put(functions, version));
            answered.harm().compromised().stream()
                    .map(HarmPart.Compromised::version)
                    .filter(Objects::nonNull)
                    .distinct()
                    .flatMap(number -> read(subject, number))
                    .forEach(version -> version.functions().stream()
                            .filter(function -> answered.harm().compromised().stream()
                                    .anyMatch(one ->
                                            one.function().equals(function.id().value())
                                                    && Objects.equals(one.version(), version.number())))
                            .forEach(function -> functions.put(function.id().value(), function)));
        }
        return functions;
    }

    private Stream<PerformanceVersion> read(Subject subject, int number) {
        return performances.inForce(subject).stream()
                .filter(newest -> newest.number() >= number)
                .map(newest -> newest.number() == number ? newest : performances.version(subject, number));
    }

    private static void put(Map<UUID, EssentialFunction> functions, PerformanceVersion version) {
        version.functions()
                .forEach(function -> functions.putIfAbsent(function.id().value(), function));
    }
}
