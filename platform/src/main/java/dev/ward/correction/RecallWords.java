package dev.ward.correction;

import dev.ward.correction.RecallEntry.Status;
import dev.ward.database.Uuids;
import dev.ward.web.TypedText;
import dev.ward.web.Worded;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads what people write of recalls, and says what cannot be taken.
final class RecallWords {

    private static final int LONGEST = 4_000;
    private static final int LONGEST_SAID = 200;
    private static final int LONGEST_FIGURE = 12;
    private static final int MOST_WEEKS = 12;
    private static final Set<String> CLASSES = Set.of("I", "II", "III");

    private RecallWords() {}

    static RecallEntry read(RecallDraft draft, Instant now, String by) {
        RecallKind kind = Worded.required("kind", draft.kind(), RecallKind.values());
        String corrects = draft.corrects();
        UUID wrong = corrects == null || corrects.isBlank() ? null : TypedText.id("corrects", corrects);
        return new RecallEntry(
                Uuids.next(),
                kind,
                kind.isDated() ? null : said(kind, draft.said()),
                kind.isDated() ? ChangeWords.day("day", draft.day()) : null,
                kind == RecallKind.STATUS ? status(draft) : null,
                TypedText.lines("note", draft.note(), LONGEST),
                wrong,
                now,
                by);
    }

    private static String said(RecallKind kind, @Nullable String text) {
        String words = TypedText.required("said", text, LONGEST_SAID);
        if (kind == RecallKind.CLASS && !CLASSES.contains(words)) {
            throw TypedText.refused(
                    "said", "\"%s\" is no class: I, II or III.".formatted(words), "is not I, II or III");
        }
        if (kind == RecallKind.INTERVAL) {
            int weeks = figure("said", words);
            if (weeks < 1 || weeks > MOST_WEEKS) {
                throw TypedText.refused(
                        "said",
                        "An interval is of 1 to %d weeks; usually 2 to 4 (21 CFR 7.53(a)).".formatted(MOST_WEEKS),
                        "is not of 1 to %d weeks".formatted(MOST_WEEKS));
            }
            return String.valueOf(weeks);
        }
        return words;
    }

    private static Status status(RecallDraft draft) {
        int notified = figure("notified", draft.notified());
        int responding = figure("responding", draft.responding());
        if (responding > notified) {
            throw TypedText.refused(
                    "responding",
                    "%d consignees answered, of %d that were told.".formatted(responding, notified),
                    "is more than were told");
        }
        String checks = draft.checks();
        return new Status(
                notified,
                responding,
                figure("corrected", draft.corrected()),
                figure("returned", draft.returned()),
                checks == null || checks.isBlank() ? null : figure("checks", checks));
    }

    private static int figure(String field, @Nullable String text) {
        String words = TypedText.required(field, text, LONGEST_FIGURE);
        try {
            int figure = Integer.parseInt(words);
            if (figure >= 0) {
                return figure;
            }
        } catch (NumberFormatException e) {
            // told below, as what is below zero
        }
        throw TypedText.refused(
                field, "\"%s\" is no whole number from 0.".formatted(words), "is no whole number from 0");
    }
}
