package dev.ward.performance;

import dev.ward.web.TypedText;
import org.jspecify.annotations.Nullable;

/// What the loss or degradation of a function can lead to: a situation in which a patient is exposed, and the harm that
/// can come of it. One situation that can lead to several harms stands once for each.
///
/// @param severity  of the harm; null when it is not known
///
/// Source: ISO 14971, 3.5 (hazardous situation) and 3.3 (harm).
public record Hazard(
        String situation, String harm, @Nullable HarmSeverity severity) {

    static final int LONGEST = 500;

    public Hazard {
        situation = TypedText.required("situation", situation, LONGEST);
        harm = TypedText.required("harm", harm, LONGEST);
    }

    /// What the severity counts as: the worst when it is not known.
    public HarmSeverity counted() {
        return HarmSeverity.counted(severity);
    }

    /// In a line: "Overdose → respiratory arrest (Catastrophic)".
    public String words() {
        return "%s → %s (%s)".formatted(situation, harm, severity == null ? "severity not known" : severity.title());
    }
}
