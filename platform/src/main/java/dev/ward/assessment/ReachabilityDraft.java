package dev.ward.assessment;

import dev.ward.web.TypedText;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person or a tool found of whether the vulnerable code of a component can be reached.
///
/// @param release  null for every release of the assessment
/// @param tool     empty when a person looked
/// @param words    what was looked at, and how
public record ReachabilityDraft(
        @Nullable UUID release, String component, Reachable reachable, String tool, String toolVersion, String words) {

    private static final int LONGEST_LINE = 300;
    private static final int LONGEST = 4_000;

    public ReachabilityDraft {
        component = TypedText.required("component", component, LONGEST_LINE);
        tool = Objects.requireNonNullElse(TypedText.optional("tool", tool, LONGEST_LINE), "");
        toolVersion = Objects.requireNonNullElse(TypedText.optional("toolVersion", toolVersion, LONGEST_LINE), "");
        words = Objects.requireNonNullElse(TypedText.lines("words", words, LONGEST), "");
        if (words.isEmpty()) {
            throw TypedText.refused("words", "What was looked at, and how, is missing.", "is missing");
        }
        if (!tool.isEmpty() && toolVersion.isEmpty()) {
            throw TypedText.refused("toolVersion", "A tool has a version.", "is missing for a tool");
        }
    }
}
