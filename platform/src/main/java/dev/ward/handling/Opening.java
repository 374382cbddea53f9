package dev.ward.handling;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A vulnerability for which the rule would open a case.
///
/// @param releases  with an open finding of it
/// @param score     null when nobody rated it
public record Opening(
        String name,
        @Nullable String summary,
        boolean kev,
        boolean exploited,
        @Nullable Double score,
        boolean byScore,
        int releases) {

    /// Why, in words.
    public String reasons() {
        List<String> reasons = new ArrayList<>();
        if (kev) {
            reasons.add("known to be exploited (KEV)");
        }
        if (exploited) {
            reasons.add("exploitation is active");
        }
        if (byScore) {
            reasons.add("CVSS %s and a sure match".formatted(score));
        }
        return String.join(", ", reasons);
    }
}
