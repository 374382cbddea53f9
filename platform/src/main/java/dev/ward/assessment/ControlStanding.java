package dev.ward.assessment;

import dev.ward.signature.Discipline;
import dev.ward.signature.Signable;
import dev.ward.signature.Signature;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a compensating control stands: against which risk, what is open, who signed.
///
/// @param original    the vulnerability's risk without controls, as it is assessed now
/// @param matrix      the one in force
/// @param open        what stands in the way of a signature
/// @param signatures  those too that no longer stand
public record ControlStanding(
        CompensatingControl control,
        ControlRisk original,
        Matrix matrix,
        List<String> open,
        List<Signature> signatures,
        Map<Discipline, Signable> signables) {

    public ControlStanding {
        open = List.copyOf(open);
        signatures = List.copyOf(signatures);
        signables = Map.copyOf(signables);
    }

    static ControlStanding of(
            CompensatingControl control, Standing against, List<String> open, List<Signature> signed) {
        Judgement judgement = against.judgement();
        ControlRisk original = new ControlRisk(judgement.exploitability(), judgement.harm());
        Matrix matrix = Matrix.of(judgement);
        ControlContent content = ControlContent.of(control, original, matrix);
        Map<Discipline, Signable> signables = new EnumMap<>(Discipline.class);
        for (Discipline discipline : Discipline.values()) {
            signables.put(discipline, content.signable(discipline));
        }
        return new ControlStanding(control, original, matrix, open, signed, signables);
    }

    /// Whether what the control makes worse is greater than what it stands against; so it can become when the
    /// vulnerability is assessed anew.
    public boolean isTooRisky() {
        return control.draft().own().exceeds(original, matrix);
    }

    /// The one that stands for a discipline; null while there is none.
    public @Nullable Signature signature(Discipline discipline) {
        return signatures.stream()
                .filter(one -> one.stands() && one.of().part().equals(discipline.word()))
                .findFirst()
                .orElse(null);
    }

    /// The SHA-256 of what a discipline signs now.
    public String sha256(Discipline discipline) {
        Signable signable = signables.get(discipline);
        return signable == null ? "" : signable.sha256();
    }

    public boolean isSignable(Discipline discipline) {
        Signature standing = signature(discipline);
        return control.kept() == ControlState.DRAFT
                && open.isEmpty()
                && (standing == null || !standing.of().sha256().equals(sha256(discipline)));
    }

    /// Whether both disciplines have signed the same.
    boolean isSigned() {
        for (Discipline discipline : Discipline.values()) {
            Signature standing = signature(discipline);
            if (standing == null || !standing.of().sha256().equals(sha256(discipline))) {
                return false;
            }
        }
        return true;
    }
}
