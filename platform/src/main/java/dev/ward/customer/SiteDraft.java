package dev.ward.customer;

import dev.ward.web.TypedText;
import org.jspecify.annotations.Nullable;

/// What somebody says about a site. Texts are taken without the space around them; empty means none.
///
/// A [dev.ward.web.ProblemException] says what cannot be taken.
public record SiteDraft(
        String name,
        @Nullable String address,
        @Nullable String city,
        @Nullable String region,
        @Nullable String postalCode,
        @Nullable String country,
        @Nullable String phone,
        @Nullable String reference) {

    public static final int LONGEST = 200;
    public static final int LONGEST_ADDRESS = 1_000;
    public static final int LONGEST_CODE = 40;

    public SiteDraft {
        name = TypedText.required("name", name, LONGEST);
        address = TypedText.lines("address", address, LONGEST_ADDRESS);
        city = TypedText.optional("city", city, LONGEST);
        region = TypedText.optional("region", region, LONGEST);
        postalCode = TypedText.optional("postalCode", postalCode, LONGEST_CODE);
        country = Countries.typed("country", country);
        phone = TypedText.optional("phone", phone, LONGEST_CODE);
        reference = TypedText.optional("reference", reference, LONGEST);
    }
}
