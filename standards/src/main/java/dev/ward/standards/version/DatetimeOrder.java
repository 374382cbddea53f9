package dev.ward.standards.version;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// The order of points in time: `2024-01-05T10:00:00.250+02:00`.
///
/// Fractions of a second may have any length. A leap second follows the second 59 before it. A date without a time is
/// none of these versions.
///
/// Source: VERS, `datetime`; RFC 3339, 5.6.
final class DatetimeOrder extends ParsedOrder<DatetimeOrder.Moment> {

    private static final int SECONDS_OF_DAY = 24 * 60 * 60;
    /// Seconds from two days before the year 0 to 1970, so that no moment is negative.
    private static final long OFFSET = -SECONDS_OF_DAY * (LocalDate.of(0, 1, 1).toEpochDay() - 2);

    private static final String SHAPE = "0000-00-00T00:00:00";

    /// @param second    seconds since 1970 in UTC, without leap seconds
    /// @param leap      whether it lies in the leap second behind `second`
    /// @param fraction  digits without zeros at the end
    record Moment(long second, boolean leap, String fraction) {}

    DatetimeOrder() {
        super("RFC 3339 version");
    }

    @Override
    @Nullable
    Moment parse(String version) {
        if (!hasShape(version)) {
            return null;
        }
        int at = SHAPE.length();
        String fraction = "";
        if (at < version.length() && version.charAt(at) == '.') {
            int end = Digits.end(version, at + 1, version.length());
            if (end == at + 1) {
                return null;
            }
            int last = end;
            while (last > at + 1 && version.charAt(last - 1) == '0') {
                last--;
            }
            fraction = version.substring(at + 1, last);
            at = end;
        }
        Integer offset = offsetSeconds(version, at);
        return offset == null ? null : moment(version, offset, fraction);
    }

    private static boolean hasShape(String text) {
        if (text.length() <= SHAPE.length()) {
            return false;
        }
        for (int i = 0; i < SHAPE.length(); i++) {
            char wanted = SHAPE.charAt(i);
            char c = text.charAt(i);
            boolean fits = wanted == '0' ? Digits.isDigit(c) : wanted == 'T' ? "Tt ".indexOf(c) >= 0 : c == wanted;
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /// Seconds of an offset (`Z`, `+02:00`) that ends the text, or null.
    private static @Nullable Integer offsetSeconds(String text, int at) {
        if (at == text.length() - 1 && "Zz".indexOf(text.charAt(at)) >= 0) {
            return 0;
        }
        boolean shaped = text.length() - at == 6
                && "+-".indexOf(text.charAt(at)) >= 0
                && Digits.areDigits(text, at + 1, at + 3)
                && text.charAt(at + 3) == ':'
                && Digits.areDigits(text, at + 4, at + 6);
        if (!shaped) {
            return null;
        }
        int hours = number(text, at + 1, 2);
        int minutes = number(text, at + 4, 2);
        int seconds = 60 * (60 * hours + minutes);
        return hours > 23 || minutes > 59 ? null : text.charAt(at) == '-' ? Integer.valueOf(-seconds) : seconds;
    }

    private static @Nullable Moment moment(String text, int offset, String fraction) {
        int year = number(text, 0, 4);
        int month = number(text, 5, 2);
        int day = number(text, 8, 2);
        int hour = number(text, 11, 2);
        int minute = number(text, 14, 2);
        int second = number(text, 17, 2);
        if (month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            return null;
        }
        boolean leap = second == 60;
        if (hour > 23 || minute > 59 || second > 60) {
            return null;
        }
        long inDay = 60L * (60L * hour + minute) + (leap ? 59 : second) - offset;
        if (leap && Math.floorMod(inDay, SECONDS_OF_DAY) != SECONDS_OF_DAY - 1) {
            return null;
        }
        return new Moment(LocalDate.of(year, month, day).toEpochDay() * SECONDS_OF_DAY + inDay, leap, fraction);
    }

    private static int number(String text, int from, int length) {
        return (int) Digits.toLong(text, from, from + length);
    }

    @Override
    int compareParsed(Moment left, Moment right) {
        int order = Long.compare(left.second(), right.second());
        order = order == 0 ? Boolean.compare(left.leap(), right.leap()) : order;
        return order == 0 ? left.fraction().compareTo(right.fraction()) : order;
    }

    @Override
    SortKey place(Moment moment) {
        return new KeyBytes()
                .number(moment.second() + OFFSET)
                .mark(moment.leap() ? 1 : 0)
                .text(moment.fraction())
                .ordered();
    }
}
