package dev.ward.regulation;

import dev.ward.handling.VulnerabilityCase;
import dev.ward.standards.due.DueResult;
import dev.ward.standards.due.RunningClock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is due for one case as of an instant, and the facts from which it follows.
///
/// @param declared  what each declaration of awareness would make due if it alone ruled, in the order
///                  of the dossier's
public record CaseDue(VulnerabilityCase subject, Dossier dossier, DueResult result, List<Declared> declared) {

    public CaseDue {
        declared = List.copyOf(declared);
    }

    /// The clocks drawn; null when none runs or ran.
    public @Nullable Timeline timeline() {
        return Timeline.of(result);
    }

    /// @param rules   whether it counts
    /// @param clocks  those that it starts
    public record Declared(AwarenessEntry entry, boolean rules, List<RunningClock> clocks) {

        public Declared {
            clocks = List.copyOf(clocks);
        }
    }
}
