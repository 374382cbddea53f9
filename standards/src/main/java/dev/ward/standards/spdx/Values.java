package dev.ward.standards.spdx;

import org.jspecify.annotations.Nullable;

/// The forms in which SPDX writes its values.
///
/// Source: SPDX 2.3, 6.8, 7.5, 7.6.
final class Values {

    private Values() {}

    /// The value; null when the document asserts nothing.
    static @Nullable String asserted(@Nullable String value) {
        return value == null || value.isEmpty() || value.equals("NOASSERTION") ? null : value;
    }

    /// Who is named by `Organization: …` or `Person: …`; null when the text has neither form.
    static @Nullable String party(String text) {
        String organisation = after("Organization:", text);
        return organisation == null ? after("Person:", text) : organisation;
    }

    /// What follows the word, without white space at its ends; null when the text does not begin with it.
    static @Nullable String after(String word, String text) {
        return text.startsWith(word) ? text.substring(word.length()).strip() : null;
    }
}
