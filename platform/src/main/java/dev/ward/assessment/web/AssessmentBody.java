package dev.ward.assessment.web;

import dev.ward.assessment.Assessment;
import dev.ward.assessment.AssessmentLine;
import dev.ward.assessment.Decision;
import dev.ward.assessment.Judgement;
import dev.ward.assessment.SignedPart;
import dev.ward.assessment.Standing;
import dev.ward.assessment.VulnerabilityFacts;
import dev.ward.signature.Signature;
import dev.ward.web.Worded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An assessment as the API gives it. What was answered has the names by which it is sent.
///
/// @param answers  by field: those of `PUT …/exploitability`, `…/harm`, `…/result` and `…/mitigation` together
/// @param open     what stands in the way of a signature, by part
/// @param sha256   of what is signed of a part now
record AssessmentBody(
        UUID id,
        String vulnerability,
        UUID product,
        String productName,
        String state,
        int version,
        int revision,
        List<PlaceBody> releases,
        VulnerabilityFacts facts,
        Map<String, String> answers,
        JudgementBody judgement,
        Map<String, List<String>> open,
        Map<String, String> sha256,
        List<SignatureBody> signatures,
        Instant opened,
        Instant changed) {

    record ConfiguredBody(
            UUID configuration,
            String name,
            String presence,
            @Nullable String justification,
            String evidence,
            @Nullable LocalDate recheckOn,
            List<Assessment.Ground> leansOn) {

        static ConfiguredBody of(Assessment.Configured one) {
            return new ConfiguredBody(
                    one.configuration(),
                    one.name(),
                    one.presence().word(),
                    word(one.justification()),
                    one.evidence(),
                    one.recheckOn(),
                    one.leansOn());
        }
    }

    /// @param configurations  in which the release runs, when it is answered by them
    record PlaceBody(
            UUID release,
            String name,
            String presence,
            @Nullable String justification,
            String evidence,
            @Nullable LocalDate recheckOn,
            List<Assessment.Ground> leansOn,
            List<ConfiguredBody> configurations) {

        static PlaceBody of(Assessment.Place place) {
            return new PlaceBody(
                    place.release(),
                    place.name(),
                    place.presence().word(),
                    word(place.justification()),
                    place.evidence(),
                    place.recheckOn(),
                    place.leansOn(),
                    place.configurations().stream().map(ConfiguredBody::of).toList());
        }
    }

    /// @param vector    of CVSS 3.1, by the rubric; null while a question is open
    /// @param byTable   the class that the table gives
    /// @param priority  by SSVC
    /// @param cell      what the matrix says with the controls that are in place
    record JudgementBody(
            @Nullable String vector,
            String rubric,
            @Nullable String exploitation,
            String byTable,
            String exploitability,
            String harm,
            String residualExploitability,
            String residualHarm,
            String cell,
            boolean byJudgement,
            String verdict,
            String priority) {

        static JudgementBody of(Judgement judgement) {
            return new JudgementBody(
                    judgement.derived().vector().map(vector -> vector.vector()).orElse(null),
                    judgement.derived().extended(),
                    word(judgement.exploitation()),
                    judgement.byTable().outcome().name(),
                    judgement.exploitability().word(),
                    judgement.harm().name(),
                    judgement.residualExploitability().word(),
                    judgement.residualHarm().name(),
                    judgement.after().outcome().name(),
                    judgement.byJudgement(),
                    judgement.verdict().word(),
                    judgement.priority().outcome().name());
        }
    }

    /// @param stands  false when what it signed was changed
    record SignatureBody(
            UUID id,
            String part,
            String meaning,
            String statement,
            String name,
            String role,
            Instant at,
            String localTime,
            List<String> components,
            String sha256,
            String seal,
            String clock,
            boolean stands) {

        static SignatureBody of(Signature signature) {
            return new SignatureBody(
                    signature.id(),
                    signature.of().part(),
                    signature.meaning().word(),
                    signature.of().statement(),
                    signature.signerName(),
                    signature.signerRole(),
                    signature.at(),
                    signature.localTime(),
                    signature.components(),
                    signature.of().sha256(),
                    signature.seal(),
                    signature.clock().words(),
                    signature.stands());
        }
    }

    static AssessmentBody of(Standing standing) {
        Assessment of = standing.assessment();
        Map<String, List<String>> open = new LinkedHashMap<>();
        Map<String, String> sha256 = new LinkedHashMap<>();
        for (SignedPart part : SignedPart.values()) {
            open.put(part.word(), standing.open(part));
            sha256.put(part.word(), standing.sha256(part));
        }
        return new AssessmentBody(
                of.id().value(),
                of.vulnerability(),
                of.product().value(),
                of.productName(),
                of.state().word(),
                of.version(),
                of.revision(),
                of.releases().stream().map(PlaceBody::of).toList(),
                standing.facts(),
                AssessmentForms.values(of),
                JudgementBody.of(standing.judgement()),
                open,
                sha256,
                standing.signatures().stream().map(SignatureBody::of).toList(),
                of.opened(),
                of.changed());
    }

    private static @Nullable String word(@Nullable Worded choice) {
        return choice == null ? null : choice.word();
    }

    /// @param because  why it is to be decided anew; null when it is not
    record LineBody(
            UUID id,
            String vulnerability,
            String productName,
            String state,
            @Nullable String verdict,
            @Nullable String exploitability,
            @Nullable String harm,
            @Nullable LocalDate reassessBy,
            long releases,
            @Nullable String because,
            Instant changed) {

        static LineBody of(AssessmentLine line) {
            return new LineBody(
                    line.id().value(),
                    line.vulnerability(),
                    line.productName(),
                    line.state().word(),
                    word(line.verdict()),
                    word(line.exploitability()),
                    line.harm(),
                    line.reassessBy(),
                    line.releases(),
                    line.because(),
                    line.changed());
        }
    }

    /// @param content  what was signed, whose SHA-256 is beside it
    record DecisionBody(
            UUID id,
            int version,
            String verdict,
            @Nullable String exploitability,
            @Nullable String harm,
            String matrix,
            @Nullable LocalDate reassessBy,
            Instant at,
            String sha256,
            String content,
            List<Decision.Outdated> outdated,
            boolean sameWhenWorkedOutAnew) {

        static DecisionBody of(Decision decision, boolean same) {
            return new DecisionBody(
                    decision.id(),
                    decision.version(),
                    decision.verdict().word(),
                    word(decision.exploitability()),
                    decision.harm() == null ? null : decision.harm().name(),
                    decision.matrix(),
                    decision.reassessBy(),
                    decision.at(),
                    decision.sha256(),
                    decision.content(),
                    decision.outdated(),
                    same);
        }
    }
}
