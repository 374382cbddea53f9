package dev.ward.assessment.past;

import dev.ward.table.RowRule;
import dev.ward.table.RuleTexts;

/// Why something is said of a row. Whether it refuses the row, and what to do, stands in `rules.tsv`.
public enum PastRule implements RowRule {
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

    private static final RuleTexts TEXTS = new RuleTexts(PastRule.class);

    @Override
    public RuleTexts texts() {
        return TEXTS;
    }
}
