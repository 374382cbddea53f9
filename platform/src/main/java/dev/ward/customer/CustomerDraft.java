package dev.ward.customer;

import dev.ward.web.TypedText;
import org.jspecify.annotations.Nullable;

/// What somebody says about a customer. Texts are taken without the space around them; empty means none.
///
/// A [dev.ward.web.ProblemException] says what cannot be taken.
public record CustomerDraft(
        String name,
        CustomerKind kind,
        @Nullable String country,
        @Nullable String region,
        @Nullable String reference) {

    public static final int LONGEST = 200;

    public CustomerDraft {
        name = TypedText.required("name", name, LONGEST);
        country = Countries.typed("country", country);
        region = TypedText.optional("region", region, LONGEST);
        reference = TypedText.optional("reference", reference, LONGEST);
    }
}
