package dev.ward.product;

import dev.ward.web.TypedText;
import org.jspecify.annotations.Nullable;

/// What a person says about a product. Texts are taken without the space around them; empty means none.
///
/// A [dev.ward.web.ProblemException] says when a text is missing, too long, or holds control characters
public record ProductDraft(
        String name, @Nullable String family, @Nullable String description) {

    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_DESCRIPTION = 4_000;

    public ProductDraft {
        name = TypedText.required("name", name, LONGEST_NAME);
        family = TypedText.optional("family", family, LONGEST_NAME);
        description = TypedText.lines("description", description, LONGEST_DESCRIPTION);
    }
}
