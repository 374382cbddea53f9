package dev.ward.customer;

import dev.ward.web.TypedText;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody says about a person at a customer. Texts are taken without the space around them; empty means none.
///
/// A [dev.ward.web.ProblemException] says what cannot be taken.
public record ContactDraft(
        String name,
        ContactRole role,
        @Nullable SiteId site,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        Set<Channel> channels) {

    public static final int LONGEST = 200;
    public static final int LONGEST_PHONE = 40;

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}");

    public ContactDraft {
        name = TypedText.required("name", name, LONGEST);
        email = TypedText.optional("email", email, LONGEST);
        if (email != null && !EMAIL.matcher(email).matches()) {
            throw TypedText.refused("email", "\"%s\" is no e-mail address.".formatted(email), "is no e-mail address");
        }
        phone = TypedText.optional("phone", phone, LONGEST_PHONE);
        language = language(TypedText.optional("language", language, LONGEST));
        channels = Set.copyOf(channels);
        if (channels.contains(Channel.EMAIL) && email == null) {
            throw TypedText.refused(
                    "email", "Who wants to be told by e-mail needs an address.", "is missing, though e-mail is wanted");
        }
    }

    private static @Nullable String language(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            String tag = new Locale.Builder().setLanguageTag(text).build().toLanguageTag();
            if (!tag.equals("und") && !tag.contains("-x-")) {
                return tag;
            }
        } catch (IllformedLocaleException e) {
            // told below
        }
        throw TypedText.refused(
                "language",
                "\"%s\" is no language; give its code, such as de or pt-BR.".formatted(text),
                "is not the code of a language, such as de or pt-BR");
    }
}
