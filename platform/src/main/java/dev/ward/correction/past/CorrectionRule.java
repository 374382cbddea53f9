package dev.ward.correction.past;

import dev.ward.table.RowRule;
import dev.ward.table.RuleTexts;

/// Why something is said of a row. Whether it refuses the row, and what to do, stands in `rules.tsv`.
public enum CorrectionRule implements RowRule {
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
    NO_PRODUCT,
    NO_DATE,
    NO_WHAT,
    NO_REPORTED,
    REPORTED_UNNUMBERED,
    UNREPORTED_UNJUSTIFIED,
    UNKNOWN_PRODUCT,
    ROWS_CONTRADICT,
    SAME_ROW,
    OLDER;

    private static final RuleTexts TEXTS = new RuleTexts(CorrectionRule.class);

    @Override
    public RuleTexts texts() {
        return TEXTS;
    }
}
