package dev.ward.product;

import org.jspecify.annotations.Nullable;

/// One thing that a profile says, for pages, comparisons and the trail.
///
/// @param name   as the API calls it within the profile: `purpose.intendedUse`
/// @param label  for people: "Intended use"
/// @param text   null when nobody has said it
public record Fact(String name, String label, @Nullable String text) {

    /// Whether anybody has said it; "not known" is no word on it.
    public boolean known() {
        return text != null && !text.equals(Answer.UNKNOWN.words());
    }
}
