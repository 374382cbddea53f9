package dev.ward.assessment.past;

import dev.ward.standards.input.TableResource;
import dev.ward.table.Flaw;
import dev.ward.table.Unfit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Why something is said of a row. Whether it refuses the row, and what to do, stands in `rules.tsv`.
public enum PastRule {
    BROKEN_ROW,
    FEW_CELLS,
    BEHIND_QUOTE,
    OTHER_ENCODING,
    FORMULA,
    SPREADSHEET_ERROR,
    INVISIBLE_CHARACTER,
    TOO_LONG,
    MANGLED_NUMBER,
    WRONG_DATE,
    DATE_ORDER,
    FUTURE,
    WRONG_WORD,
    WRONG_CVSS,
    WRONG_VULNERABILITY,
    NO_PRODUCT,
    NO_RELEASE,
    NO_VULNERABILITY,
    NO_STATUS,
    UNKNOWN_PRODUCT,
    UNKNOWN_RELEASE,
    NOT_PLACED,
    AMBIGUOUS_RELEASE,
    UNKNOWN_VULNERABILITY,
    ROWS_CONTRADICT,
    SAME_ROW,
    OLDER;

    private static final Map<String, List<String>> TABLE = table();

    private static Map<String, List<String>> table() {
        Map<String, List<String>> table = new HashMap<>();
        for (List<String> cells : TableResource.cells(PastRule.class, "rules.tsv", 4)) {
            table.put(cells.getFirst(), cells);
        }
        return table;
    }

    /// As it stands in the database and in the API: `wrong-date`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// As people read it.
    public String title() {
        return row().get(1);
    }

    public boolean refuses() {
        return row().get(2).equals("refused");
    }

    /// For people.
    public String whatToDo() {
        return row().get(3);
    }

    private List<String> row() {
        List<String> row = TABLE.get(word());
        if (row == null) {
            throw new IllegalStateException("rules.tsv lacks \"%s\"".formatted(word()));
        }
        return row;
    }

    static PastRule of(Unfit unfit) {
        return valueOf(unfit.kind().name());
    }

    static PastRule of(Flaw flaw) {
        return switch (flaw.kind()) {
            case UNCLOSED_QUOTE, TOO_LONG, TOO_MANY_CELLS -> BROKEN_ROW;
            case TOO_FEW_CELLS -> FEW_CELLS;
            case BEHIND_QUOTE -> BEHIND_QUOTE;
            case OTHER_ENCODING -> OTHER_ENCODING;
            case FORMULA -> FORMULA;
            case SPREADSHEET_ERROR -> SPREADSHEET_ERROR;
            case DATE_OUT_OF_RANGE -> WRONG_DATE;
        };
    }

    static PastRule of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
