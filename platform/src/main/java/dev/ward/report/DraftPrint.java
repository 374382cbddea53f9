package dev.ward.report;

import dev.ward.report.DraftItem.Content;
import dev.ward.report.DraftItem.Content.Table;
import dev.ward.report.DraftItem.Content.Words;
import dev.ward.signature.Signature;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// A draft as it is printed: with its texts as the fonts can show them.
///
/// @param standing    what it is: "Draft, not submitted: not kept, no version", "Version 2, submitted
///                    2026-12-01, receipt 123"
/// @param submission  whether the document itself is what goes to its authority
/// @param printed     when, with the zone
/// @param sha256      of the kept version's JSON; null for a draft that was not kept
/// @param signatures  a line each
/// @param notes       what is not printed as it is
public record DraftPrint(
        Draft draft,
        String standing,
        boolean submission,
        String printed,
        @Nullable String sha256,
        List<String> signatures,
        List<String> notes) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx '('VV')'", Locale.ROOT);

    public DraftPrint {
        signatures = List.copyOf(signatures);
        notes = List.copyOf(notes);
    }

    /// @param kept    null for a draft that was not kept
    /// @param signed  of a draft that was not kept, what was signed before it: "version 1 was signed
    ///                2026-11-05"; null for nothing
    /// @param zone    of the case
    static DraftPrint of(
            Draft draft,
            @Nullable KeptDraft kept,
            @Nullable String signed,
            Instant now,
            ZoneId zone,
            IntPredicate shown) {
        Printable printable = new Printable(shown);
        List<DraftItem> items =
                draft.items().stream().map(one -> item(one, printable)).toList();
        List<String> signatures = kept == null
                ? List.of()
                : kept.signatures().stream()
                        .map(one -> printable.text(signed(one)))
                        .toList();
        String standing = printable.text(standing(kept, signed));
        return new DraftPrint(
                new Draft(draft.kind(), draft.number(), items),
                standing,
                draft.kind() == DraftKind.FDA_806_10 && kept != null,
                TIME.format(now.atZone(zone)),
                kept == null ? null : kept.sha256(),
                signatures,
                printable.notes());
    }

    private static String standing(@Nullable KeptDraft kept, @Nullable String signed) {
        if (kept == null) {
            return "Draft, not submitted: not kept, no version" + (signed == null ? "" : "; " + signed);
        }
        if (kept.submission() == null) {
            return kept.kind() == DraftKind.FDA_806_20
                    ? "Version " + kept.version()
                    : "Version %d, draft, not submitted".formatted(kept.version());
        }
        return "Version %d, submitted %s, receipt %s"
                .formatted(
                        kept.version(),
                        kept.submission().moment(),
                        kept.submission().receipt());
    }

    private static String signed(Signature one) {
        return "%s, %s: %s, %s%s"
                .formatted(
                        one.signerName(),
                        one.signerRole(),
                        one.meaning().title(),
                        one.localTime(),
                        one.stands() ? "" : " (voided)");
    }

    private static DraftItem item(DraftItem one, Printable printable) {
        return new DraftItem(
                printable.text(one.number()),
                printable.text(one.title()),
                printable.text(one.source()),
                one.contents().stream()
                        .map(content -> content(content, printable))
                        .toList(),
                one.missing() == null ? null : printable.text(one.missing()));
    }

    private static Content content(Content one, Printable printable) {
        return switch (one) {
            case Words words -> new Words(printable.text(words.text()));
            case Table table ->
                new Table(
                        table.columns().stream().map(printable::text).toList(),
                        table.rows().stream()
                                .map(row -> row.stream().map(printable::text).toList())
                                .toList(),
                        table.total() == null ? null : printable.text(table.total()),
                        null);
        };
    }
}
