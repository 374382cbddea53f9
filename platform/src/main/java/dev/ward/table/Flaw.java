package dev.ward.table;

/// Something that a row says about its table, before anyone asks what it means.
///
/// @param column  from 0; [#WHOLE] for the row
/// @param words   what is there, with the offending value in quotes
public record Flaw(int column, Kind kind, String words) {

    public static final int WHOLE = -1;

    public enum Kind {
        UNCLOSED_QUOTE(true),
        TOO_LONG(true),
        TOO_MANY_CELLS(true),
        TOO_FEW_CELLS(false),
        BEHIND_QUOTE(false),
        OTHER_ENCODING(false),
        FORMULA(false),
        SPREADSHEET_ERROR(false),
        DATE_OUT_OF_RANGE(false);

        private final boolean breaks;

        Kind(boolean breaks) {
            this.breaks = breaks;
        }

        /// Whether the row's cells are not to be believed.
        public boolean breaks() {
            return breaks;
        }
    }
}
