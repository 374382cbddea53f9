package dev.ward.assessment;

import dev.ward.performance.HarmSeverity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A decision as it was signed. It is never changed; another one supersedes it.
///
/// @param exploitability  null when no release is affected
/// @param harm            null when no release is affected
/// @param matrix          the id of the matrix that judged, with its version
/// @param reassessBy      null for an uncontrolled risk, which stays open until it is none
/// @param content         all that it was made of, as one text
/// @param outdated        what came later and asks for another decision
public record Decision(
        UUID id,
        AssessmentId assessment,
        int version,
        Verdict verdict,
        @Nullable Exploitability exploitability,
        @Nullable HarmSeverity harm,
        String matrix,
        @Nullable LocalDate reassessBy,
        String content,
        String sha256,
        Instant at,
        List<Outdated> outdated) {

    public Decision {
        outdated = List.copyOf(outdated);
    }

    /// @param because  in a sentence
    public record Outdated(String trigger, String because, Instant at) {}
}
