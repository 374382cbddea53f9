package dev.ward.report;

import dev.ward.assessment.AssessmentId;
import dev.ward.assessment.CompensatingControl;
import dev.ward.assessment.ControlDraft;
import dev.ward.assessment.ControlId;
import dev.ward.assessment.ControlRisk;
import dev.ward.assessment.ControlState;
import dev.ward.assessment.ControlUser;
import dev.ward.assessment.Exploitability;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.Phase;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.performance.HarmSeverity;
import dev.ward.product.IdentifierId;
import dev.ward.product.IdentifierKind;
import dev.ward.product.LinkedIdentifier;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.reach.SerialRange;
import dev.ward.regulation.AwarenessEntry;
import dev.ward.regulation.IsaoPeriod;
import dev.ward.signature.ClockState;
import dev.ward.signature.Meaning;
import dev.ward.signature.Signable;
import dev.ward.signature.Signature;
import dev.ward.standards.udi.DeviceIdentifier;
import dev.ward.standards.udi.IssuingAgency;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Records that a full case holds and no test changes.
final class SampleRecords {

    private static final UUID PERSON = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private SampleRecords() {}

    static LinkedIdentifier identifier(ProductId product, ModelId id, String model) {
        return new LinkedIdentifier(
                new IdentifierId(PERSON),
                new DeviceIdentifier(IssuingAgency.GS1, "09506000134352"),
                IdentifierKind.PRIMARY,
                product,
                "Pump",
                id,
                model,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                LinkedIdentifier.Origin.ENTERED,
                1,
                FullCase.NOW,
                FullCase.NOW);
    }

    static CompensatingControl control() {
        return new CompensatingControl(
                1,
                new ControlId(PERSON),
                new AssessmentId(PERSON),
                "CVE-2026-0001",
                new ProductId(PERSON),
                "Pump",
                1,
                ControlState.ISSUED,
                new ControlDraft(
                        "Unplug the network",
                        ControlUser.CLINICIAN,
                        "none",
                        "Unplug it.",
                        "Look at the lamp.",
                        "Rates are set by hand.",
                        LocalDate.parse("2027-06-01"),
                        new ControlRisk(Exploitability.LOW, HarmSeverity.SERIOUS),
                        "no way in",
                        new ControlRisk(Exploitability.LOW, HarmSeverity.MINOR),
                        "more work"),
                FullCase.NOW,
                null,
                null);
    }

    static Signature signature() {
        return new Signature(
                PERSON,
                new Signable("worksheet", PERSON, 1, "worksheet", "content", "statement"),
                Meaning.APPROVAL,
                PERSON,
                "Rae",
                "Head of regulatory affairs",
                List.of("identifier", "password"),
                PERSON,
                FullCase.NOW,
                ZoneId.of("UTC"),
                "seal",
                null,
                new ClockState(List.of()));
    }

    static VulnerabilityCase subject() {
        return new VulnerabilityCase(
                PERSON,
                CaseNumber.of("C-7Q4M-2KX9"),
                "A hole in the pump",
                "An attacker can change the rate.",
                Phase.RECEIPT,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                1,
                FullCase.NOW,
                FullCase.NOW);
    }

    static AwarenessEntry awareness(String regime) {
        return new AwarenessEntry(
                PERSON,
                regime,
                "2026-09-20",
                "a researcher's mail",
                false,
                null,
                FullCase.NOW,
                PERSON,
                "Sam",
                null,
                null);
    }

    static IsaoPeriod membership() {
        return new IsaoPeriod(
                PERSON, "MedISAO", 1, LocalDate.parse("2025-01-01"), null, "contract", null, FullCase.NOW, "Rae", null);
    }

    static Units.Listed runs(@Nullable String di) {
        SerialRange run = new SerialRange("Pump", "Model S", "2.1", di, null, "SN-1", "SN-21", 21);
        return new Units.Listed(List.of(run), 1, 21, 0);
    }
}
