package dev.ward.standards.due;

import dev.ward.standards.due.WorkCalendar.Holiday;
import dev.ward.standards.input.Quoted;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Reads a calendar from lines of cells.
///
/// ```
/// calendar  US-FEDERAL   Federal holidays of the United States
/// source    5 U.S.C. 6103   Ward's authors   2026-11
/// weekend   SATURDAY     SUNDAY
/// fixed     1986         observed   7 4           Independence Day
/// nth       1986         -          1 MONDAY 3    Birthday of Martin Luther King, Jr.
/// once      -            -          2027-01-05    A day of mourning
/// ```
///
/// The second cell is the first year of a holiday; `observed` moves it from a Saturday to Friday and
/// from a Sunday to Monday; of `nth`, -1 is the last of the month.
public final class WorkCalendarReader {

    private static final int MOST_OF_A_MONTH = 4;

    private WorkCalendarReader() {}

    /// @throws IllegalArgumentException  with the line that is at fault
    public static WorkCalendar read(List<List<String>> lines) {
        String id = "";
        String name = "";
        Source source = new Source("", "", "");
        Set<DayOfWeek> weekend = EnumSet.noneOf(DayOfWeek.class);
        List<Holiday> holidays = new ArrayList<>();
        for (List<String> cells : lines) {
            try {
                switch (cells.getFirst()) {
                    case "calendar" -> {
                        id = cells.get(1);
                        name = cells.get(2);
                    }
                    case "source" -> source = RuleSetReader.source(cells.subList(1, cells.size()));
                    case "weekend" ->
                        cells.subList(1, cells.size()).forEach(day -> weekend.add(DayOfWeek.valueOf(day)));
                    default -> holidays.add(holiday(cells));
                }
            } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
                throw new IllegalArgumentException(
                        "not a line of a calendar: " + Quoted.of(String.join("\t", cells)), e);
            }
        }
        if (id.isEmpty() || weekend.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("a calendar has a line \"calendar\" and a day that is worked");
        }
        return new WorkCalendar(id, name, source, weekend, holidays, List.of());
    }

    private static Holiday holiday(List<String> cells) {
        int firstYear = cells.get(1).equals("-") ? 0 : Integer.parseInt(cells.get(1));
        String[] when = cells.get(3).split(" ");
        WorkCalendar.Rule rule = switch (cells.getFirst()) {
            case "fixed" -> fixed(month(when[0]), Integer.parseInt(when[1]));
            case "nth" -> new WorkCalendar.Nth(month(when[0]), DayOfWeek.valueOf(when[1]), ordinal(when[2]));
            case "once" -> new WorkCalendar.Once(LocalDate.parse(when[0]));
            default -> throw new IllegalArgumentException(cells.getFirst());
        };
        return new Holiday(cells.get(4), rule, firstYear, cells.get(2).equals("observed"));
    }

    /// A day that each year has.
    private static WorkCalendar.Fixed fixed(Month month, int day) {
        if (day < 1 || day > month.minLength()) {
            throw new IllegalArgumentException("no day of each year");
        }
        return new WorkCalendar.Fixed(month, day);
    }

    /// One that each month has.
    private static int ordinal(String text) {
        int ordinal = Integer.parseInt(text);
        if (ordinal == 0 || Math.abs(ordinal) > MOST_OF_A_MONTH) {
            throw new IllegalArgumentException("no day of each month");
        }
        return ordinal;
    }

    private static Month month(String number) {
        return Month.of(Integer.parseInt(number));
    }
}
