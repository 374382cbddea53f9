package dev.ward.device.intake;

import dev.ward.standards.input.Quoted;
import dev.ward.table.CellText;
import dev.ward.table.DateReader;
import dev.ward.table.Flaw;
import dev.ward.table.Row;
import dev.ward.table.Unfit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The cells of the row at hand by their fields; what cannot be taken is told, and the row is refused.
final class Cells {

    private static final int NONE = -1;

    private final int[] columns = new int[Field.values().length];
    private final @Nullable String[] constants = new String[Field.values().length];
    private final List<String> headings;
    private final DateReader dates;
    private final Instant now;
    private final Consumer<RowNote> notes;
    private Row row = new Row(0, List.of(), List.of());
    private boolean refused;

    /// @param now  what is later is refused
    Cells(Mapping mapping, List<String> headings, Instant now, Consumer<RowNote> notes) {
        this.headings = headings;
        this.dates = new DateReader(mapping.dates());
        this.now = now;
        this.notes = notes;
        for (Field field : Field.values()) {
            String heading = mapping.columns().get(field);
            columns[field.ordinal()] = heading == null ? NONE : headings.indexOf(heading);
            constants[field.ordinal()] = mapping.constants().get(field);
        }
    }

    void next(Row next) {
        row = next;
        refused = false;
        for (Flaw flaw : next.flaws()) {
            tell(flaw);
        }
    }

    private void tell(Flaw flaw) {
        Rule rule = switch (flaw.kind()) {
            case UNCLOSED_QUOTE, TOO_LONG, TOO_MANY_CELLS -> Rule.BROKEN_ROW;
            case TOO_FEW_CELLS -> Rule.FEW_CELLS;
            case BEHIND_QUOTE -> Rule.BEHIND_QUOTE;
            case OTHER_ENCODING -> Rule.OTHER_ENCODING;
            case FORMULA -> Rule.FORMULA;
            case SPREADSHEET_ERROR -> Rule.SPREADSHEET_ERROR;
            case DATE_OUT_OF_RANGE -> Rule.WRONG_DATE;
        };
        boolean whole = flaw.column() < 0
                || flaw.column() >= headings.size()
                || flaw.kind().breaks();
        if (whole || isMapped(flaw.column())) {
            String words = rule == Rule.OTHER_ENCODING ? flaw.words() + " are not of UTF-8" : flaw.words();
            note(
                    rule,
                    whole ? "" : headings.get(flaw.column()),
                    flaw.column() < 0 ? "" : row.cell(flaw.column()),
                    words);
        }
    }

    private boolean isMapped(int column) {
        for (int mapped : columns) {
            if (mapped == column) {
                return true;
            }
        }
        return false;
    }

    boolean isRefused() {
        return refused;
    }

    /// What stands there, as it stands there; null where that is nothing.
    @Nullable
    String raw(Field field) {
        int column = columns[field.ordinal()];
        String constant = constants[field.ordinal()];
        String text = column == NONE ? constant : row.cell(column);
        if (text == null || text.isBlank()) {
            text = constant;
        }
        return text == null || Words.isBlank(text.strip()) ? null : text;
    }

    /// Text in one line; null where nothing stands, or nothing that can be taken.
    @Nullable
    String text(Field field, int longest) {
        String raw = raw(field);
        if (raw == null) {
            return null;
        }
        try {
            String text = CellText.of(raw, longest);
            if (CellText.startsLikeFormula(text)) {
                note(Rule.LIKE_FORMULA, field, raw, "it begins like a formula: " + Quoted.of(text));
            }
            return Words.isBlank(text) ? null : text;
        } catch (Unfit unfit) {
            note(Rule.of(unfit), field, raw, unfit.reason());
            return null;
        }
    }

    /// Text that a spreadsheet may have taken for a number.
    @Nullable
    String number(Field field, int longest) {
        String text = text(field, longest);
        try {
            if (text != null) {
                CellText.refuseMangled(text);
            }
            return text;
        } catch (Unfit unfit) {
            note(Rule.of(unfit), field, text, unfit.reason());
            return null;
        }
    }

    @Nullable
    LocalDate date(Field field) {
        String text = text(field, 40);
        try {
            return text == null ? null : dates.date(text);
        } catch (Unfit unfit) {
            note(Rule.of(unfit), field, text, unfit.reason());
            return null;
        }
    }

    /// A date that lies not in the future. A day that has begun anywhere is none.
    @Nullable
    LocalDate past(Field field) {
        LocalDate date = date(field);
        if (date != null && date.isAfter(LocalDate.ofInstant(now, java.time.ZoneOffset.ofHours(14)))) {
            note(Rule.FUTURE, field, date.toString(), "%s lies in the future".formatted(date));
            return null;
        }
        return date;
    }

    /// A time that lies not in the future; what is later by less than a day is now, as zones and clocks differ.
    @Nullable
    Instant instant(Field field) {
        String text = text(field, 40);
        try {
            Instant at = text == null ? null : dates.instant(text);
            if (at != null && at.isAfter(now)) {
                if (at.isAfter(now.plus(java.time.Duration.ofHours(14)))) {
                    throw new Unfit(
                            Unfit.Kind.FUTURE, "%s lies in the future".formatted(Quoted.of(String.valueOf(text))));
                }
                return now;
            }
            return at;
        } catch (Unfit unfit) {
            note(Rule.of(unfit), field, text, unfit.reason());
            return null;
        }
    }

    private interface Meaning {
        @Nullable
        String of(String word);
    }

    @Nullable
    String networked() {
        return word(Field.NETWORKED, Words::truth);
    }

    @Nullable
    String status() {
        return word(Field.STATUS, Words::status);
    }

    @Nullable
    String customerKind() {
        return word(Field.CUSTOMER_KIND, Words::customerKind);
    }

    @Nullable
    String country() {
        return word(Field.COUNTRY, Words::country);
    }

    private @Nullable String word(Field field, Meaning meaning) {
        String text = text(field, 200);
        String word = text == null ? null : meaning.of(text);
        if (text != null && word == null) {
            note(
                    Rule.WRONG_WORD,
                    field,
                    text,
                    "%s is no %s that Ward knows"
                            .formatted(Quoted.of(text), field.title().toLowerCase(Locale.ROOT)));
        }
        return word;
    }

    void note(Rule rule, Field field, @Nullable String value, String reason) {
        int column = columns[field.ordinal()];
        note(rule, column == NONE ? field.title() : headings.get(column), value == null ? "" : value, reason);
    }

    void note(Rule rule, String column, String value, String reason) {
        refused |= rule.refuses();
        notes.accept(new RowNote(row.line(), column, value, rule, reason));
    }
}
