package dev.ward.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ward.performance.HarmSeverity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was answered of controls, of what is left of the risk, and of the result.
///
/// @param controls                what stands against the vulnerability, and what is to
/// @param effects                 what the controls change for those who use the device, as it was asked before
///                                options were; empty since
/// @param residualExploitability  with the controls that are in place; null for the same as without
/// @param residualHarm            the same of harm
/// @param residualReason          why it is less
/// @param verdict                 where the matrix leaves it to judgement; null elsewhere
/// @param rationale               of the judgement
/// @param reassessBy              when it is looked at again at the latest; null while it is not answered
/// @param chain                   other vulnerabilities that an attacker uses with it, in that order
/// @param coversUntil             until when further releases are covered; null for none
/// @param chained                 what the chain amounts to; null without one, and where it was not asked yet
public record DeterminationPart(
        List<Control> controls,
        Map<Effect, String> effects,
        @Nullable Exploitability residualExploitability,
        @Nullable HarmSeverity residualHarm,
        String residualReason,
        @Nullable Verdict verdict,
        String rationale,
        @Nullable LocalDate reassessBy,
        List<String> chain,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate coversUntil,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Chained chained) {

    static final DeterminationPart EMPTY =
            new DeterminationPart(List.of(), Map.of(), null, null, "", null, "", null, List.of());

    /// One that covers no further release.
    public DeterminationPart(
            List<Control> controls,
            Map<Effect, String> effects,
            @Nullable Exploitability residualExploitability,
            @Nullable HarmSeverity residualHarm,
            String residualReason,
            @Nullable Verdict verdict,
            String rationale,
            @Nullable LocalDate reassessBy,
            List<String> chain) {
        this(
                controls,
                effects,
                residualExploitability,
                residualHarm,
                residualReason,
                verdict,
                rationale,
                reassessBy,
                chain,
                null,
                null);
    }

    public DeterminationPart {
        controls = List.copyOf(controls);
        effects = Map.copyOf(effects);
        chain = List.copyOf(chain);
    }

    /// For a further decision: which releases that one covers, its signers say anew.
    DeterminationPart anew() {
        return new DeterminationPart(
                controls,
                Map.of(),
                residualExploitability,
                residualHarm,
                residualReason,
                verdict,
                rationale,
                reassessBy,
                chain,
                null,
                chained);
    }

    /// A chain of vulnerabilities, which is as exploitable as somebody says, and never improves what one is alone.
    ///
    /// @param exploitability  null for not known, which counts as high
    /// @param words           what each gives for the next
    public record Chained(@Nullable Exploitability exploitability, String words) {

        Exploitability counted() {
            return exploitability == null ? Exploitability.HIGH : exploitability;
        }
    }

    /// @param inPlace  whether it works in every release and at every site that counts on it
    /// @param newRisk  what it makes worse, in words: "none, because …"
    public record Control(String name, boolean inPlace, String newRisk) {}
}
