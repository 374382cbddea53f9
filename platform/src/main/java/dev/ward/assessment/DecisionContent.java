package dev.ward.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ward.product.ProductId;
import dev.ward.signature.CanonicalRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All that a decision is made of, as it is signed and kept.
///
/// @param layout      of this shape; another one makes other content
/// @param mitigation  null in the first layout, which had none
/// @param tables    the ids of the tables that judged, with their versions
/// @param signed    the SHA-256 of the parts that were signed before, by part
/// @param outcome   what it amounted to
record DecisionContent(
        int layout,
        UUID assessment,
        int version,
        String vulnerability,
        UUID product,
        String productName,
        List<Assessment.Place> releases,
        VulnerabilityFacts facts,
        ExploitabilityPart exploitability,
        HarmPart harm,
        DeterminationPart determination,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MitigationPart mitigation,
        List<String> tables,
        Map<String, String> signed,
        Outcome outcome) {

    private static final int FIRST = 1;
    private static final int SECOND = 2;

    /// Says on which evidence an absence rests; others look as they did before.
    private static final int WITH_GROUNDS = 3;

    /// Says of releases in which of their configurations it is.
    private static final int WITH_CONFIGURATIONS = 4;

    /// Says until when it covers further releases.
    private static final int WITH_COVERAGE = 5;

    /// Says how exploitable the chain is of which it is a part.
    private static final int WITH_CHAIN = 6;

    /// A judgement in the words of a record.
    ///
    /// @param vector  of CVSS 3.1; null while a question is open
    record Outcome(
            @Nullable String vector,
            String rubric,
            String exploitability,
            String harm,
            String before,
            String residualExploitability,
            String residualHarm,
            String after,
            boolean byJudgement,
            String verdict,
            String priority) {

        static Outcome of(Judgement judgement) {
            return new Outcome(
                    judgement.derived().vector().map(vector -> vector.vector()).orElse(null),
                    judgement.derived().extended(),
                    judgement.exploitability().word(),
                    judgement.harm().name(),
                    judgement.before().outcome().key(),
                    judgement.residualExploitability().word(),
                    judgement.residualHarm().name(),
                    judgement.after().outcome().key(),
                    judgement.byJudgement(),
                    judgement.verdict().word(),
                    judgement.priority().outcome().key());
        }
    }

    static DecisionContent of(
            Assessment assessment,
            VulnerabilityFacts facts,
            RiskTables tables,
            Judgement judgement,
            Map<String, String> signed) {
        MitigationPart mitigation = assessment.mitigation();
        return new DecisionContent(
                layout(assessment),
                assessment.id().value(),
                assessment.version(),
                assessment.vulnerability(),
                assessment.product().value(),
                assessment.productName(),
                assessment.releases(),
                facts.steady(),
                assessment.exploitability(),
                assessment.harm(),
                assessment.determination(),
                mitigation == null ? null : mitigation.of(assessment.harm()),
                tables.ids(),
                Map.copyOf(signed),
                Outcome.of(judgement));
    }

    /// The first that holds all that is said: what was signed before does not look another way for it.
    private static int layout(Assessment assessment) {
        if (assessment.determination().chained() != null) {
            return WITH_CHAIN;
        }
        if (assessment.determination().coversUntil() != null) {
            return WITH_COVERAGE;
        }
        if (assessment.releases().stream()
                .anyMatch(place -> !place.configurations().isEmpty())) {
            return WITH_CONFIGURATIONS;
        }
        boolean leans = assessment.releases().stream()
                .anyMatch(place -> !place.leansOn().isEmpty());
        if (leans) {
            return WITH_GROUNDS;
        }
        return assessment.mitigation() == null ? FIRST : SECOND;
    }

    static DecisionContent parse(String content) {
        return CanonicalRecord.parse(content, DecisionContent.class);
    }

    String text() {
        return CanonicalRecord.of(this);
    }

    /// What was judged, as it was then.
    Assessment assessed() {
        return new Assessment(
                new AssessmentId(assessment),
                vulnerability,
                facts.id(),
                new ProductId(product),
                productName,
                version,
                AssessmentState.DECIDED,
                1,
                exploitability,
                harm,
                determination,
                mitigation,
                releases,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
