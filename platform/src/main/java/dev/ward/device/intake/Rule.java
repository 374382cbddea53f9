package dev.ward.device.intake;

import dev.ward.table.RowRule;
import dev.ward.table.RuleTexts;

/// Why something is said of a row. Whether it refuses the row, and what to do, stands in `rules.tsv`.
public enum Rule implements RowRule {
    BROKEN_ROW,
    BROKEN_LINE,
    UNKNOWN_KEY,
    FEW_CELLS,
    BEHIND_QUOTE,
    OTHER_ENCODING,
    FORMULA,
    SPREADSHEET_ERROR,
    LIKE_FORMULA,
    INVISIBLE_CHARACTER,
    TOO_LONG,
    MANGLED_NUMBER,
    FORGIVEN,
    WRONG_UDI,
    WRONG_NUMBER,
    UDI_CONTRADICTS,
    WRONG_DATE,
    DATE_ORDER,
    FUTURE,
    DATES_REVERSED,
    WRONG_WORD,
    NO_SERIAL,
    NO_PRODUCT,
    UNKNOWN_PRODUCT,
    UNKNOWN_MODEL,
    OTHER_PRODUCT,
    UNKNOWN_DI,
    UNKNOWN_RELEASE,
    AMBIGUOUS_RELEASE,
    OTHER_MODEL,
    MODEL_DIFFERS,
    UNKNOWN_CONFIGURATION,
    NO_CUSTOMER,
    UNKNOWN_CUSTOMER,
    AMBIGUOUS_CUSTOMER,
    UNKNOWN_SITE,
    NAMELESS,
    SAME_ROW,
    ROWS_CONTRADICT,
    UNKNOWN_DEVICE,
    TWO_DEVICES,
    AMBIGUOUS_DEVICE,
    MOVED,
    OLDER;

    private static final RuleTexts TEXTS = new RuleTexts(Rule.class);

    @Override
    public RuleTexts texts() {
        return TEXTS;
    }
}
