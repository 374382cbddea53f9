package dev.ward.handling;

import dev.ward.web.Times;
import dev.ward.web.TypedText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What somebody enters of a signal. Origin, TLP, time of receipt and title are needed, whatever the
/// origin.
///
/// A [dev.ward.web.ProblemException] says what cannot be taken.
///
/// @param received  not after now; null for now
public record SignalDraft(
        Origin origin,
        @Nullable Instant received,
        @Nullable String learnedBy,
        Tlp tlp,
        String title,
        @Nullable String text,
        @Nullable String reporter,
        @Nullable String contact,
        @Nullable String reference,
        List<String> products,
        List<String> vulnerabilities) {

    public static final int LONGEST = 200;
    public static final int LONGEST_TEXT = 20_000;
    private static final int MOST_NAMES = 50;

    public SignalDraft {
        learnedBy = TypedText.optional("learnedBy", learnedBy, LONGEST);
        title = TypedText.required("title", title, LONGEST);
        text = TypedText.lines("text", text, LONGEST_TEXT);
        reporter = TypedText.optional("reporter", reporter, LONGEST);
        contact = TypedText.optional("contact", contact, LONGEST);
        reference = TypedText.optional("reference", reference, LONGEST);
        products = names("products", products);
        vulnerabilities = names("vulnerabilities", vulnerabilities);
        try {
            if (received != null) {
                Times.bounded(received);
            }
        } catch (DateTimeException e) {
            throw TypedText.refused("received", "\"%s\" is no time.".formatted(received), "is no time");
        }
    }

    /// The least that can be said.
    public static SignalDraft of(Origin origin, Tlp tlp, String title) {
        return new SignalDraft(origin, null, null, tlp, title, null, null, null, null, List.of(), List.of());
    }

    private static List<String> names(String field, List<String> names) {
        List<String> kept = names.stream()
                .map(name -> TypedText.optional(field, name, LONGEST))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (kept.size() > MOST_NAMES) {
            throw TypedText.refused(
                    field,
                    "No more than %d names are taken.".formatted(MOST_NAMES),
                    "has more than %d names".formatted(MOST_NAMES));
        }
        return kept;
    }
}
