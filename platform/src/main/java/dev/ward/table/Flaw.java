package dev.ward.table;

/// Something that a row says about its table, before anyone asks what it means.
///
/// @param column  from 0; [#WHOLE] for the row
/// @param words   what is there, with the offending value in quotes
public record Flaw(int column, Kind kind, String words) {

    public static final int WHOLE = -1;

    public enum Kind {
        UNCLOSED_QUOTE(true, "BROKEN_ROW"),
        TOO_LONG(true, "BROKEN_ROW"),
        TOO_MANY_CELLS(true, "BROKEN_ROW"),
        TOO_FEW_CELLS(false, "FEW_CELLS"),
        BEHIND_QUOTE(false, "BEHIND_QUOTE"),
        OTHER_ENCODING(false, "OTHER_ENCODING"),
        FORMULA(false, "FORMULA"),
        SPREADSHEET_ERROR(false, "SPREADSHEET_ERROR"),
        DATE_OUT_OF_RANGE(false, "WRONG_DATE");

        private final boolean breaks;
        private final String rule;

        Kind(boolean breaks, String rule) {
            this.breaks = breaks;
            this.rule = rule;
        }

        /// The one that each import has for it.
        String rule() {
            return rule;
        }

        /// Whether the row's cells are not to be believed.
        public boolean breaks() {
            return breaks;
        }
    }
}
