package dev.ward.lifecycle;

import dev.ward.customer.CustomerId;
import dev.ward.lifecycle.RecordKind.Field;
import dev.ward.web.Times;
import dev.ward.web.TypedText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody records of a release's life. Texts are taken without the space around them.
///
/// A [dev.ward.web.ProblemException] says what is missing or cannot be taken.
///
/// @param market     a code; null for all markets
/// @param customer   for kinds about a customer
/// @param serials    for kinds about devices: one serial number a line
/// @param texts      by the names of the kind's fields
/// @param reference  the document that proves it
/// @param replaces   the entry that this one corrects; null when it corrects none
public record RecordDraft(
        RecordKind kind,
        @Nullable String market,
        @Nullable CustomerId customer,
        List<String> serials,
        LocalDate happened,
        Map<String, String> texts,
        @Nullable String reference,
        @Nullable UUID replaces) {

    static final int LONGEST_LINE = 300;
    static final int LONGEST_TEXT = 10_000;
    static final int MOST_SERIALS = 5_000;

    private static final Pattern PRIVATE_KEY = Pattern.compile("(?i)-----BEGIN [A-Z ]*PRIVATE KEY");

    public RecordDraft {
        TypedText.checkDate("happened", happened);
        Map<String, String> checked = new LinkedHashMap<>();
        for (Field field : kind.fields()) {
            String words = words(field, texts.get(field.name()));
            if (words != null) {
                checked.put(field.name(), words);
            }
        }
        texts = Map.copyOf(checked);
        reference = kind.isReferenced()
                ? TypedText.required("reference", reference, LONGEST_LINE)
                : TypedText.optional("reference", reference, LONGEST_LINE);
        serials = serials.stream()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
        if (kind.about() == RecordKind.About.DEVICES && serials.isEmpty()) {
            throw TypedText.refused("serials", "Name at least one serial number.", "is missing");
        }
        if (serials.size() > MOST_SERIALS) {
            throw TypedText.refused(
                    "serials",
                    "These are %d serial numbers; at most %d go at once.".formatted(serials.size(), MOST_SERIALS),
                    "has too many lines");
        }
        if (kind.about() == RecordKind.About.CUSTOMER && customer == null) {
            throw TypedText.refused("customer", "The customer is missing.", "is missing");
        }
    }

    private static @Nullable String words(Field field, @Nullable String text) {
        String words = field.lines()
                ? TypedText.lines(field.name(), text, LONGEST_TEXT)
                : TypedText.optional(field.name(), text, LONGEST_LINE);
        if (words == null && field.required()) {
            throw TypedText.refused(field.name(), "\"%s\" is missing.".formatted(field.title()), "is missing");
        }
        if (words != null && PRIVATE_KEY.matcher(words).find()) {
            throw TypedText.refused(
                    field.name(), "That is a private key. Nothing of it was kept.", "holds a private key");
        }
        if (words != null && field.date()) {
            date(field, words);
        }
        return words;
    }

    private static void date(Field field, String words) {
        try {
            Times.bounded(LocalDate.parse(words));
        } catch (DateTimeException e) {
            throw TypedText.refused(
                    field.name(),
                    "\"%s\" is not a date such as 2026-11-30.".formatted(words),
                    "is not a date such as 2026-11-30");
        }
    }
}
