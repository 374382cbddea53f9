package dev.ward.assessment;

import dev.ward.performance.HarmSeverity;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which assessments a list shows; null for all.
///
/// @param verdict  of the newest decision, as are exploitability and harm
/// @param privacy  as it is answered now
/// @param ids      those of these ids alone
public record AssessmentFilter(
        @Nullable AssessmentState state,
        @Nullable Verdict verdict,
        @Nullable Exploitability exploitability,
        @Nullable HarmSeverity harm,
        @Nullable PrivacyHarm privacy,
        @Nullable Set<UUID> ids) {

    public static final AssessmentFilter ALL = new AssessmentFilter(null, null, null, null);

    public AssessmentFilter(
            @Nullable AssessmentState state,
            @Nullable Verdict verdict,
            @Nullable Exploitability exploitability,
            @Nullable HarmSeverity harm) {
        this(state, verdict, exploitability, harm, null, null);
    }
}
