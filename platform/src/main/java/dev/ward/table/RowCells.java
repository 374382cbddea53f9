package dev.ward.table;

import dev.ward.standards.input.Quoted;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The cells of one row after the other, by their fields; what cannot be taken is told, and the row is
/// refused.
///
/// The rules have one of the name of each [Unfit.Kind], and those of flaws.
public abstract class RowCells<F extends Enum<F> & TableField, R extends Enum<R> & RowRule> {

    private static final int NONE = -1;
    private static final int LONGEST_DATE = 40;
    private static final int LONGEST_WORD = 200;
    /// A day that has begun anywhere is not in the future.
    private static final ZoneOffset FIRST_ZONE = ZoneOffset.ofHours(14);

    private static final Duration SLACK = Duration.ofHours(14);

    private final F[] fields;
    private final Class<R> rules;
    private final int[] columns;
    private final ColumnMapping<F> mapping;
    private final List<String> headings;
    private final DateReader dates;
    private final Instant now;
    private final Blanks blanks;
    private final Consumer<RowNote<R>> notes;
    private Row row = new Row(0, List.of(), List.of());
    private boolean refused;
    /// By fields; what is wrong with the whole row is wrong with each.
    private final boolean[] refusedFields;

    /// Which cells say nothing.
    ///
    /// @param silent  those for which what every row says stands in
    /// @param blank   texts without blanks around them that say nothing
    public record Blanks(Predicate<String> silent, Predicate<String> blank) {}

    /// @param now  what is later is refused
    protected RowCells(
            FieldTable<F> table,
            Class<R> rules,
            ColumnMapping<F> mapping,
            List<String> headings,
            Instant now,
            Blanks blanks,
            Consumer<RowNote<R>> notes) {
        this.fields = table.all();
        this.rules = rules;
        this.mapping = mapping;
        this.headings = headings;
        this.dates = new DateReader(mapping.dates());
        this.now = now;
        this.blanks = blanks;
        this.notes = notes;
        this.columns = new int[fields.length];
        this.refusedFields = new boolean[fields.length];
        for (F field : fields) {
            String heading = mapping.columns().get(field);
            columns[field.ordinal()] = heading == null ? NONE : headings.indexOf(heading);
        }
    }

    public final void next(Row next) {
        row = next;
        refused = false;
        Arrays.fill(refusedFields, false);
        for (Flaw flaw : next.flaws()) {
            tell(flaw);
        }
    }

    private void tell(Flaw flaw) {
        boolean whole = flaw.column() < 0
                || flaw.column() >= headings.size()
                || flaw.kind().breaks();
        F field = whole ? null : fieldAt(flaw.column());
        if (whole || field != null) {
            note(
                    Enum.valueOf(rules, flaw.kind().rule()),
                    field,
                    flaw.column() < 0 ? "" : row.cell(flaw.column()),
                    flaw.kind() == Flaw.Kind.OTHER_ENCODING ? flaw.words() + " are not of UTF-8" : flaw.words());
        }
    }

    private @Nullable F fieldAt(int column) {
        for (F field : fields) {
            if (columns[field.ordinal()] == column) {
                return field;
            }
        }
        return null;
    }

    public final boolean isRefused() {
        return refused;
    }

    /// Whether it was told already why nothing can be taken of the field.
    public final boolean isRefused(F field) {
        return refusedFields[field.ordinal()];
    }

    public final long line() {
        return row.line();
    }

    /// What stands there, as it stands there; null where that is nothing.
    public final @Nullable String raw(F field) {
        int column = columns[field.ordinal()];
        String text = column == NONE ? null : row.cell(column);
        if (text == null || blanks.silent().test(text)) {
            text = mapping.constants().get(field);
        }
        return text == null || blanks.blank().test(text.strip()) ? null : text;
    }

    /// Text in one line; null where nothing stands, or nothing that can be taken.
    public final @Nullable String text(F field, int longest) {
        String raw = raw(field);
        if (raw == null) {
            return null;
        }
        try {
            String text = CellText.of(raw, longest);
            look(field, raw, text);
            return blanks.blank().test(text) ? null : text;
        } catch (Unfit unfit) {
            note(unfit, field, raw);
            return null;
        }
    }

    /// Looks at what stands in a cell, to say something of it.
    protected void look(F field, String raw, String text) {}

    /// Text that a spreadsheet may have taken for a number.
    public final @Nullable String number(F field, int longest) {
        String text = text(field, longest);
        try {
            if (text != null) {
                CellText.refuseMangled(text);
            }
            return text;
        } catch (Unfit unfit) {
            note(unfit, field, text);
            return null;
        }
    }

    public final @Nullable LocalDate date(F field) {
        String text = text(field, LONGEST_DATE);
        try {
            return text == null ? null : dates.date(text);
        } catch (Unfit unfit) {
            note(unfit, field, text);
            return null;
        }
    }

    /// A date that lies not in the future.
    public final @Nullable LocalDate past(F field) {
        LocalDate date = date(field);
        if (date != null && date.isAfter(LocalDate.ofInstant(now, FIRST_ZONE))) {
            note(new Unfit(Unfit.Kind.FUTURE, "%s lies in the future".formatted(date)), field, date.toString());
            return null;
        }
        return date;
    }

    /// A time that lies not in the future; what is later by less than a day is now, as zones and clocks
    /// differ.
    public final @Nullable Instant instant(F field) {
        String text = text(field, LONGEST_DATE);
        try {
            Instant at = text == null ? null : dates.instant(text);
            if (at == null || !at.isAfter(now)) {
                return at;
            }
            if (at.isAfter(now.plus(SLACK))) {
                throw new Unfit(Unfit.Kind.FUTURE, "%s lies in the future".formatted(Quoted.of(String.valueOf(text))));
            }
            return now;
        } catch (Unfit unfit) {
            note(unfit, field, text);
            return null;
        }
    }

    /// What a word of a file means.
    public interface Meaning {

        /// @return null for a word that is not known
        @Nullable
        String of(String word);
    }

    /// @param rule  of a word that is not known
    public final @Nullable String word(F field, R rule, Meaning meaning) {
        String text = text(field, LONGEST_WORD);
        String word = text == null ? null : meaning.of(text);
        if (text != null && word == null) {
            note(
                    rule,
                    field,
                    text,
                    "%s is no %s that Ward knows"
                            .formatted(Quoted.of(text), field.title().toLowerCase(Locale.ROOT)));
        }
        return word;
    }

    private void note(Unfit unfit, F field, @Nullable String value) {
        note(Enum.valueOf(rules, unfit.kind().name()), field, value, unfit.reason());
    }

    /// @param field  null when it is about the whole row
    public final void note(R rule, @Nullable F field, @Nullable String value, String reason) {
        if (rule.refuses()) {
            refused = true;
            if (field == null) {
                Arrays.fill(refusedFields, true);
            } else {
                refusedFields[field.ordinal()] = true;
            }
        }
        int column = field == null ? NONE : columns[field.ordinal()];
        String heading = field == null ? "" : column == NONE ? field.title() : headings.get(column);
        notes.accept(new RowNote<>(
                row.line(), field == null ? "" : field.word(), heading, value == null ? "" : value, rule, reason));
    }
}
