package dev.ward.assessment;

import dev.ward.performance.HarmSeverity;
import org.jspecify.annotations.Nullable;

/// Which assessments a list shows; null for all.
///
/// @param verdict  of the newest decision, as are exploitability and harm
public record AssessmentFilter(
        @Nullable AssessmentState state,
        @Nullable Verdict verdict,
        @Nullable Exploitability exploitability,
        @Nullable HarmSeverity harm) {

    public static final AssessmentFilter ALL = new AssessmentFilter(null, null, null, null);
}
