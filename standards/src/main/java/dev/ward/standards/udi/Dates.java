package dev.ward.standards.udi;

import dev.ward.standards.input.Quoted;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;

/// Reads the dates that stand in UDIs.
///
/// Source: GS1 General Specifications, 7.12 (century); ISO 8601 (day of the year).
final class Dates {

    private static final int WINDOW = 50;

    private Dates() {}

    /// The year that two digits mean: the one that lies from 49 years before today to 50 years after it.
    static int year(int twoDigits, LocalDate today) {
        int year = today.getYear() / 100 * 100 + twoDigits;
        int ahead = year - today.getYear();
        if (ahead > WINDOW) {
            return year - 100;
        }
        return ahead <= -WINDOW ? year + 100 : year;
    }

    /// `YYMMDD`
    ///
    /// @param dayMayBeAbsent  whether `00` stands for no day
    static UdiDate yymmdd(String text, int at, boolean dayMayBeAbsent, LocalDate today) throws UdiFault {
        int year = year(digits(text, at, 2), today);
        int month = number("month", 1, 12, text, at + 2);
        return day(year, month, dayMayBeAbsent, text, at + 4);
    }

    /// `YYMMDDHH`, with minutes and seconds where they are written.
    static UdiDate yymmddTime(String text, LocalDate today) throws UdiFault {
        int minute = text.length() > 8 ? number("minute", 0, 59, text, 8) : 0;
        int second = text.length() > 10 ? number("second", 0, 59, text, 10) : 0;
        UdiDate.Precision precision = text.length() > 10
                ? UdiDate.Precision.SECOND
                : text.length() > 8 ? UdiDate.Precision.MINUTE : UdiDate.Precision.HOUR;
        LocalTime time = LocalTime.of(number("hour", 0, 23, text, 6), minute, second);
        return yymmdd(text, 0, false, today).at(time, precision);
    }

    /// `YYYYMMDD`
    static UdiDate yyyymmdd(String text, int at) throws UdiFault {
        int month = number("month", 1, 12, text, at + 4);
        return day(digits(text, at, 4), month, false, text, at + 6);
    }

    /// `MMDDYY`
    static UdiDate mmddyy(String text, int at, LocalDate today) throws UdiFault {
        int month = number("month", 1, 12, text, at);
        return day(year(digits(text, at + 4, 2), today), month, false, text, at + 2);
    }

    /// `MMYY`
    static UdiDate mmyy(String text, int at, LocalDate today) throws UdiFault {
        int month = number("month", 1, 12, text, at);
        return UdiDate.ofMonth(LocalDate.of(year(digits(text, at + 2, 2), today), month, 1));
    }

    /// The day of a year, as `JJJ`.
    static UdiDate dayOfYear(int year, String text, int at) throws UdiFault {
        int day = digits(text, at, 3);
        int most = Year.of(year).length();
        if (day < 1 || day > most) {
            throw new UdiFault(
                    "The year %d has days 001 to %d, not %s."
                            .formatted(year, most, Quoted.of(text.substring(at, at + 3))),
                    at);
        }
        return UdiDate.ofDay(LocalDate.ofYearDay(year, day));
    }

    static void hhmm(String text, int at) throws UdiFault {
        number("hour", 0, 23, text, at);
        number("minute", 0, 59, text, at + 2);
    }

    /// Two digits within bounds.
    static int number(String what, int least, int most, String text, int at) throws UdiFault {
        int number = digits(text, at, 2);
        if (number < least || number > most) {
            throw new UdiFault(
                    "The %s %s does not exist: it is %02d to %02d."
                            .formatted(what, Quoted.of(text.substring(at, at + 2)), least, most),
                    at);
        }
        return number;
    }

    static int digits(String text, int at, int count) throws UdiFault {
        int end = Math.min(text.length(), at + count);
        int stranger = CharacterSet.DIGITS.firstStranger(text, at, end);
        if (stranger < at + count) {
            throw new UdiFault(
                    "A date was expected, not %s: %d digits are needed here."
                            .formatted(Quoted.of(text.substring(Math.min(at, end), end)), count),
                    stranger);
        }
        return Integer.parseInt(text, at, end, 10);
    }

    private static UdiDate day(int year, int month, boolean mayBeAbsent, String text, int at) throws UdiFault {
        int day = digits(text, at, 2);
        if (day == 0 && mayBeAbsent) {
            return UdiDate.ofMonth(LocalDate.of(year, month, 1));
        }
        int most = YearMonth.of(year, month).lengthOfMonth();
        if (day < 1 || day > most) {
            throw new UdiFault(
                    "The day %s does not exist: %d-%02d has days 01 to %d."
                            .formatted(Quoted.of(text.substring(at, at + 2)), year, month, most),
                    at);
        }
        return UdiDate.ofDay(LocalDate.of(year, month, day));
    }
}
