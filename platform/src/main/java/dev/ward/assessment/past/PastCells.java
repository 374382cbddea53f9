package dev.ward.assessment.past;

import dev.ward.standards.input.Quoted;
import dev.ward.table.CellText;
import dev.ward.table.DateReader;
import dev.ward.table.Flaw;
import dev.ward.table.Row;
import dev.ward.table.Unfit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The cells of one row after the other, by their fields; what cannot be taken is told.
final class PastCells {

    private static final int NONE = -1;
    private static final int LONGEST_WORD = 200;

    private final int[] columns = new int[PastField.values().length];
    private final PastMapping mapping;
    private final List<String> headings;
    private final DateReader dates;
    private final LocalDate latest;
    private final Consumer<PastNote> notes;
    private Row row = new Row(0, List.of(), List.of());
    private boolean refused;

    /// @param now  what was decided later is refused
    PastCells(PastMapping mapping, List<String> headings, Instant now, Consumer<PastNote> notes) {
        this.mapping = mapping;
        this.headings = headings;
        this.dates = new DateReader(mapping.dates());
        // A day that has begun anywhere is not in the future.
        this.latest = LocalDate.ofInstant(now, ZoneOffset.ofHours(14));
        this.notes = notes;
        for (PastField field : PastField.values()) {
            String heading = mapping.columns().get(field);
            columns[field.ordinal()] = heading == null ? NONE : headings.indexOf(heading);
        }
    }

    void next(Row next) {
        row = next;
        refused = false;
        next.flaws().forEach(this::tell);
    }

    private void tell(Flaw flaw) {
        PastField field = flaw.kind().breaks() ? null : fieldAt(flaw.column());
        boolean whole = flaw.column() < 0 || flaw.kind().breaks();
        if (whole || field != null) {
            PastRule rule = PastRule.of(flaw);
            note(
                    rule,
                    field,
                    flaw.column() < 0 ? "" : row.cell(flaw.column()),
                    rule == PastRule.OTHER_ENCODING ? flaw.words() + " are not of UTF-8" : flaw.words());
        }
    }

    private @Nullable PastField fieldAt(int column) {
        for (PastField field : PastField.values()) {
            if (column >= 0 && columns[field.ordinal()] == column) {
                return field;
            }
        }
        return null;
    }

    boolean isRefused() {
        return refused;
    }

    long line() {
        return row.line();
    }

    /// Text in one line; null where nothing stands, or nothing that can be taken.
    @Nullable
    String text(PastField field, int longest) {
        int column = columns[field.ordinal()];
        String raw = column == NONE ? "" : row.cell(column);
        if (isBlank(raw)) {
            raw = mapping.constants().getOrDefault(field, "");
        }
        try {
            String text = CellText.of(raw, longest);
            return isBlank(text) ? null : text;
        } catch (Unfit unfit) {
            note(PastRule.of(unfit), field, raw, unfit.reason());
            return null;
        }
    }

    private static boolean isBlank(String text) {
        String word = text.strip();
        return word.isEmpty() || word.equals("-") || word.equals("–") || word.equals("—");
    }

    /// Text that a spreadsheet may have taken for a number.
    @Nullable
    String version(PastField field, int longest) {
        String text = text(field, longest);
        try {
            if (text != null) {
                CellText.refuseMangled(text);
            }
            return text;
        } catch (Unfit unfit) {
            note(PastRule.of(unfit), field, text, unfit.reason());
            return null;
        }
    }

    /// A date that lies not in the future.
    @Nullable
    LocalDate past(PastField field) {
        String text = text(field, 40);
        try {
            LocalDate date = text == null ? null : dates.date(text);
            if (date != null && date.isAfter(latest)) {
                throw new Unfit(Unfit.Kind.FUTURE, "%s lies in the future".formatted(date));
            }
            return date;
        } catch (Unfit unfit) {
            note(PastRule.of(unfit), field, text, unfit.reason());
            return null;
        }
    }

    /// Ours for a word that the mapping explains, or that is known.
    @Nullable
    String word(PastField field) {
        String text = text(field, LONGEST_WORD);
        if (text == null) {
            return null;
        }
        String said = mapping.words().getOrDefault(field, Map.of()).get(PastMappingBody.key(text));
        String word = said == null ? PastWords.of(field, text) : said;
        if (word == null) {
            note(
                    PastRule.WRONG_WORD,
                    field,
                    text,
                    "%s is no %s that Ward knows"
                            .formatted(Quoted.of(text), field.title().toLowerCase(Locale.ROOT)));
        }
        return word;
    }

    /// @param field  null when it is about the whole row
    void note(PastRule rule, @Nullable PastField field, @Nullable String value, String reason) {
        refused |= rule.refuses();
        int column = field == null ? NONE : columns[field.ordinal()];
        String heading = field == null ? "" : column == NONE ? field.title() : headings.get(column);
        notes.accept(new PastNote(
                row.line(), field == null ? "" : field.word(), heading, value == null ? "" : value, rule, reason));
    }
}
