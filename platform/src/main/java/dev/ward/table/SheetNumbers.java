package dev.ward.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers of a workbook as a person typed them, as far as it still knows.
///
/// Source: ECMA-376, part 1, 18.17.4 (dates and times).
final class SheetNumbers {

    /// A spreadsheet keeps no more digits of a number.
    private static final MathContext KEPT = new MathContext(15);

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,3})?");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,15}");
    private static final int MOST_ZEROS = 15;
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST_DAY = 2_958_465;
    /// 29 February 1900, which there was not.
    private static final int NO_DAY = 60;

    private static final long SECONDS_A_DAY = 86_400;

    private SheetNumbers() {}

    /// `12345678901231`, also where `1.2345678901231E13` is written; a number of which digits were lost
    /// stays written with an exponent.
    static String plain(String raw) {
        String text = raw.strip();
        if (WHOLE.matcher(text).matches() || !NUMBER.matcher(text).matches()) {
            return text;
        }
        BigDecimal number = new BigDecimal(text).round(KEPT).stripTrailingZeros();
        if (number.precision() - number.scale() > MOST_ZEROS || number.scale() > 2 * MOST_ZEROS) {
            return number.unscaledValue() + "E" + -number.scale();
        }
        return number.toPlainString();
    }

    /// `2026-11-29`, with a time of day where it has one, to the second.
    ///
    /// @return null when there is no such day
    static @Nullable String date(String raw, boolean from1904) {
        String text = raw.strip();
        if (!NUMBER.matcher(text).matches()) {
            return null;
        }
        double days = Double.parseDouble(text);
        if (!(days >= 1 && days < LAST_DAY + 1.0) || (!from1904 && (long) days == NO_DAY)) {
            return null;
        }
        long seconds = Math.round((days - Math.floor(days)) * SECONDS_A_DAY);
        long day = (long) Math.floor(days) + seconds / SECONDS_A_DAY;
        LocalDate epoch = from1904 ? EPOCH_1904 : EPOCH_1900.plusDays(day < NO_DAY ? 1 : 0);
        LocalDate date = epoch.plusDays(day);
        long rest = seconds % SECONDS_A_DAY;
        return rest == 0
                ? date.toString()
                : LocalDateTime.of(date, LocalTime.ofSecondOfDay(rest)).toString();
    }
}
