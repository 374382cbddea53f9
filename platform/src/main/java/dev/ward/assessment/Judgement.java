package dev.ward.assessment;

import dev.ward.performance.HarmSeverity;
import dev.ward.standards.decision.Decided;
import dev.ward.standards.rubric.DerivedVector;
import dev.ward.standards.rubric.MedicalDeviceRubric;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the answers amount to by the tables. The same answers, facts and tables give the same judgement.
///
/// @param derived                 the rubric's vector and the way to it
/// @param exploitation            the gravest that sources and people know of; null when nobody knows, which
///                                counts as active
/// @param byTable                 the class that the table gives
/// @param exploitability          the class that counts: the table's, or the one that was given in its place
/// @param withChain               the same, or that of the chain of which it is a part where that is graver
/// @param harm                    the worst credible harm, which rules
/// @param before                  the matrix without controls
/// @param residualExploitability  with the controls that are in place
/// @param after                   the matrix with them
/// @param byJudgement             whether the result needs a clinician's reasons
/// @param verdict                 the result
/// @param priority                how soon a patch is developed, by SSVC
///
/// Source: FDA, Postmarket Management of Cybersecurity in Medical Devices (2016), VI; CERT/CC, SSVC.
public record Judgement(
        DerivedVector derived,
        @Nullable Exploitation exploitation,
        Decided byTable,
        Exploitability exploitability,
        Exploitability withChain,
        HarmSeverity harm,
        Decided before,
        Exploitability residualExploitability,
        HarmSeverity residualHarm,
        Decided after,
        boolean byJudgement,
        Verdict verdict,
        Decided priority) {

    static final String EXPLOITATION = "ssvc:E:1.1.0";
    static final String UTILITY = "ssvc:U:1.0.1";
    private static final Map<String, String> METRICS =
            Map.of("AV", "cvss:AV:3.0.0", "AC", "cvss:AC:3.0.0", "PR", "cvss:PR:3.0.0", "UI", "cvss:UI:3.0.0");

    static Judgement of(Assessment assessment, VulnerabilityFacts facts, RiskTables tables) {
        ExploitabilityPart part = assessment.exploitability();
        DeterminationPart determination = assessment.determination();
        DerivedVector derived = MedicalDeviceRubric.derive(part.answers());
        Exploitation exploitation = gravest(facts.said(), part.exploitation());
        Decided byTable = tables.exploitability().decide(answers(derived, exploitation));
        Exploitability exploitability = Objects.requireNonNullElseGet(
                part.override(), () -> Exploitability.of(byTable.outcome().key()));
        HarmSeverity harm = assessment.harm().severity();
        Exploitability withChain = graver(exploitability, determination.chained());
        Exploitability residual = less(determination.residualExploitability(), withChain);
        HarmSeverity residualHarm = less(determination.residualHarm(), harm);
        Decided after = matrix(tables, residual, residualHarm);
        boolean byJudgement = !assessment.isAbsent() && isJudged(after, assessment.harm());
        return new Judgement(
                derived,
                exploitation,
                byTable,
                exploitability,
                withChain,
                harm,
                matrix(tables, withChain, harm),
                residual,
                residualHarm,
                after,
                byJudgement,
                verdict(assessment, after, byJudgement),
                priority(part, exploitation));
    }

    private static Map<String, Set<String>> answers(DerivedVector derived, @Nullable Exploitation exploitation) {
        Map<String, Set<String>> answers = new HashMap<>();
        if (exploitation != null) {
            answers.put(EXPLOITATION, Set.of(exploitation.key()));
        }
        METRICS.forEach((metric, point) -> {
            String value = derived.metrics().get(metric);
            if (value != null) {
                answers.put(point, Set.of(value));
            }
        });
        return answers;
    }

    private static Decided matrix(RiskTables tables, Exploitability exploitability, HarmSeverity harm) {
        return tables.matrix()
                .decide(Map.of(
                        tables.matrix().points().getFirst().id(),
                        Set.of(exploitability.key()),
                        tables.matrix().points().get(1).id(),
                        Set.of(key(harm))));
    }

    /// Of the matrix's point: death is D, as C is critical.
    static String key(HarmSeverity harm) {
        return harm == HarmSeverity.CATASTROPHIC ? "D" : harm.name().substring(0, 1);
    }

    /// Harm to several patients is judged as a cell of judgement is; an uncontrolled risk stays one.
    private static boolean isJudged(Decided cell, HarmPart harm) {
        String outcome = cell.outcome().key();
        return outcome.endsWith("J") || (harm.multiPatient() != Known.NO && !outcome.equals("U"));
    }

    private static Verdict verdict(Assessment assessment, Decided cell, boolean byJudgement) {
        if (assessment.isAbsent()) {
            return Verdict.NOT_AFFECTED;
        }
        Verdict chosen = assessment.determination().verdict();
        if (byJudgement && chosen != null) {
            return chosen;
        }
        return cell.outcome().key().startsWith("C") ? Verdict.CONTROLLED : Verdict.UNCONTROLLED;
    }

    private static Decided priority(ExploitabilityPart part, @Nullable Exploitation exploitation) {
        Map<String, Set<String>> of = known(
                part,
                RiskTables.utility().points().stream().map(point -> point.id()).collect(Collectors.toSet()));
        Map<String, Set<String>> answers = known(
                part,
                RiskTables.supplier().points().stream().map(point -> point.id()).collect(Collectors.toSet()));
        if (!of.isEmpty()) {
            answers.put(
                    UTILITY,
                    RiskTables.utility().decide(of).possible().stream()
                            .map(value -> value.key())
                            .collect(Collectors.toCollection(HashSet::new)));
        }
        if (exploitation != null) {
            answers.put(EXPLOITATION, Set.of(exploitation.key()));
        }
        return RiskTables.supplier().decide(answers);
    }

    private static Map<String, Set<String>> known(ExploitabilityPart part, Set<String> points) {
        Map<String, Set<String>> known = new HashMap<>();
        part.ssvc().forEach((point, value) -> {
            if (points.contains(point)) {
                known.put(point, Set.of(value));
            }
        });
        return known;
    }

    /// Not known on both sides stays not known.
    private static @Nullable Exploitation gravest(@Nullable Exploitation said, @Nullable Exploitation known) {
        if (said == null || known == null) {
            return said == null ? known : said;
        }
        return said.compareTo(known) > 0 ? said : known;
    }

    private static Exploitability graver(Exploitability alone, DeterminationPart.@Nullable Chained chained) {
        return chained == null || chained.counted().compareTo(alone) < 0 ? alone : chained.counted();
    }

    /// Controls never make a risk greater here; what they make worse is told of each control.
    private static <T extends Comparable<T>> T less(@Nullable T residual, T before) {
        return residual == null || residual.compareTo(before) > 0 ? before : residual;
    }

    /// Whether the controls in place are said to lower the risk.
    boolean isLowered() {
        return residualExploitability != withChain || residualHarm != harm;
    }

    /// The day at which a decision of this verdict is looked at again at the latest; null when it needs none.
    @Nullable
    LocalDate reassessBy(@Nullable LocalDate chosen) {
        return verdict == Verdict.UNCONTROLLED ? null : chosen;
    }
}
