package dev.ward.device.intake;

import dev.ward.standards.input.TableResource;
import dev.ward.table.Unfit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Why something is said of a row. Whether it refuses the row, and what to do, stands in `rules.tsv`.
public enum Rule {
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

    private static final Map<String, List<String>> TABLE = table();

    private static Map<String, List<String>> table() {
        Map<String, List<String>> table = new HashMap<>();
        for (List<String> cells : TableResource.cells(Rule.class, "rules.tsv", 4)) {
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

    /// The one that refuses such values.
    static Rule of(Unfit unfit) {
        return valueOf(unfit.kind().name());
    }

    static Rule of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
