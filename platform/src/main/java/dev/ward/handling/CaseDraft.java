package dev.ward.handling;

import dev.ward.web.TypedText;
import org.jspecify.annotations.Nullable;

/// What somebody says about a case.
///
/// A [dev.ward.web.ProblemException] says what cannot be taken.
public record CaseDraft(String title, @Nullable String description) {

    public static final int LONGEST = 200;
    public static final int LONGEST_TEXT = 20_000;

    public CaseDraft {
        title = TypedText.required("title", title, LONGEST);
        description = TypedText.lines("description", description, LONGEST_TEXT);
    }
}
