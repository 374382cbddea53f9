package dev.ward.assessment.web;

import dev.ward.assessment.CompensatingControl;
import dev.ward.assessment.ControlRisk;
import dev.ward.assessment.ControlStanding;
import dev.ward.assessment.Matrix;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A compensating control as the API gives it.
///
/// @param answers   by field: what it asks, and its risks
/// @param original  the risk that it stands against
/// @param tooRisky  whether what it makes worse is greater than that
/// @param open      what stands in the way of a signature
record ControlBody(
        UUID id,
        UUID assessment,
        String vulnerability,
        UUID product,
        String productName,
        String state,
        int revision,
        Map<String, String> answers,
        RiskBody original,
        RiskBody residual,
        RiskBody own,
        boolean tooRisky,
        List<String> open,
        List<AssessmentBody.SignatureBody> signatures,
        @Nullable Instant issued,
        @Nullable SaidBody verified,
        @Nullable SaidBody withdrawn) {

    /// @param cell  what the matrix says of it
    record RiskBody(String exploitability, String harm, String cell) {

        static RiskBody of(ControlRisk risk, Matrix matrix) {
            return new RiskBody(risk.exploitability().word(), risk.harm().name(), risk.words(matrix));
        }
    }

    record SaidBody(String words, String by, Instant at) {

        static @Nullable SaidBody of(CompensatingControl.@Nullable Said said) {
            return said == null ? null : new SaidBody(said.words(), said.by(), said.at());
        }
    }

    static ControlBody of(ControlStanding standing, LocalDate today) {
        CompensatingControl of = standing.control();
        return new ControlBody(
                of.id().value(),
                of.assessment().value(),
                of.vulnerability(),
                of.product().value(),
                of.productName(),
                of.state(today).word(),
                of.revision(),
                ControlForms.values(of.draft()),
                RiskBody.of(standing.original(), standing.matrix()),
                RiskBody.of(of.draft().residual(), standing.matrix()),
                RiskBody.of(of.draft().own(), standing.matrix()),
                standing.isTooRisky(),
                standing.open(),
                standing.signatures().stream()
                        .map(AssessmentBody.SignatureBody::of)
                        .toList(),
                of.issued(),
                SaidBody.of(of.verified()),
                SaidBody.of(of.withdrawn()));
    }

    record LineBody(
            UUID id,
            UUID assessment,
            String vulnerability,
            String productName,
            String name,
            String users,
            String state,
            LocalDate expires) {

        static LineBody of(CompensatingControl control, LocalDate today) {
            return new LineBody(
                    control.id().value(),
                    control.assessment().value(),
                    control.vulnerability(),
                    control.productName(),
                    control.draft().name(),
                    control.draft().users().word(),
                    control.state(today).word(),
                    control.draft().expires());
        }
    }
}
