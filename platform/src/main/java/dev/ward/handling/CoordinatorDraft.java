package dev.ward.handling;

import dev.ward.web.TypedText;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What somebody says of a coordinator.
///
/// A [dev.ward.web.ProblemException] says what cannot be taken.
///
/// @param name       of the body, and the person there where one is known
/// @param reference  how they call the case: `VU#123456`
/// @param agreed     the day of publication that was agreed with them
/// @param advisory   the address at which they published it, by https
/// @param published  when they did; says nothing without the address
public record CoordinatorDraft(
        CoordinatorKind kind,
        String name,
        @Nullable String reference,
        @Nullable String contact,
        @Nullable LocalDate agreed,
        @Nullable String advisory,
        @Nullable LocalDate published) {

    private static final int LONGEST = 200;
    private static final int LONGEST_ADDRESS = 1_000;

    public CoordinatorDraft {
        name = TypedText.required("name", name, LONGEST);
        reference = TypedText.optional("reference", reference, LONGEST);
        contact = TypedText.optional("contact", contact, LONGEST);
        TypedText.checkDate("agreed", agreed);
        advisory = address(TypedText.optional("advisory", advisory, LONGEST_ADDRESS));
        TypedText.checkDate("published", published);
        if (published != null && advisory == null) {
            throw TypedText.refused(
                    "advisory", "Say where it was published, or leave the day empty.", "is missing beside the day");
        }
    }

    private static @Nullable String address(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            URI url = new URI(text);
            if ("https".equals(url.getScheme()) && url.getHost() != null && url.getRawUserInfo() == null) {
                return text;
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw TypedText.refused(
                "advisory",
                "\"%s\" is no address of an advisory: it must begin with https://, name a host, and carry no password."
                        .formatted(text),
                "must begin with https:// and name a host");
    }
}
