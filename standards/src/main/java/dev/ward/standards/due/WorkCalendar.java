package dev.ward.standards.due;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Which days are worked: all but those of the weekend and the holidays.
public final class WorkCalendar {

    private final String id;
    private final String name;
    private final Source source;
    private final Set<DayOfWeek> weekend;
    private final List<Holiday> holidays;
    private final Map<Integer, Map<LocalDate, String>> years = new ConcurrentHashMap<>();

    WorkCalendar(String id, String name, Source source, Set<DayOfWeek> weekend, List<Holiday> holidays) {
        this.id = id;
        this.name = name;
        this.source = source;
        this.weekend = Set.copyOf(weekend);
        this.holidays = List.copyOf(holidays);
    }

    /// A day that returns each year, or one that does not.
    ///
    /// @param firstYear  in which it is one
    /// @param observed   whether one that falls on Saturday is kept on Friday, and one on Sunday on
    ///                   Monday
    record Holiday(String name, Rule rule, int firstYear, boolean observed) {

        /// The days of a year on which it is not worked.
        @Nullable
        LocalDate in(int year) {
            LocalDate day = year < firstYear ? null : rule.in(year);
            if (day == null || !observed) {
                return day;
            }
            return switch (day.getDayOfWeek()) {
                case SATURDAY -> day.minusDays(1);
                case SUNDAY -> day.plusDays(1);
                default -> day;
            };
        }
    }

    /// On which day of a year a holiday falls.
    sealed interface Rule {

        @Nullable
        LocalDate in(int year);
    }

    record Fixed(Month month, int day) implements Rule {
        @Override
        public LocalDate in(int year) {
            return LocalDate.of(year, month, day);
        }
    }

    /// @param ordinal  1 for the first of the month, -1 for the last
    record Nth(Month month, DayOfWeek weekday, int ordinal) implements Rule {
        @Override
        public LocalDate in(int year) {
            return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday));
        }
    }

    record Once(LocalDate day) implements Rule {
        @Override
        public @Nullable LocalDate in(int year) {
            return day.getYear() == year ? day : null;
        }
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Source source() {
        return source;
    }

    public boolean isWorked(LocalDate day) {
        return reason(day) == null;
    }

    /// Why a day is not worked; null when it is.
    public @Nullable String reason(LocalDate day) {
        if (weekend.contains(day.getDayOfWeek())) {
            return "weekend";
        }
        return holidays(day.getYear()).get(day);
    }

    /// The holidays of a year on the days on which they are kept, in order.
    public Map<LocalDate, String> holidays(int year) {
        return Objects.requireNonNull(years.computeIfAbsent(year, this::holidaysOf));
    }

    /// One of the next year may be kept in this one: New Year's Day on a Saturday.
    private Map<LocalDate, String> holidaysOf(int year) {
        Map<LocalDate, String> days = new TreeMap<>();
        for (int around = year - 1; around <= year + 1; around++) {
            for (Holiday holiday : holidays) {
                LocalDate day = holiday.in(around);
                if (day != null && day.getYear() == year) {
                    days.merge(day, holiday.name(), (one, other) -> one + ", " + other);
                }
            }
        }
        return Collections.unmodifiableMap(days);
    }

    /// This calendar with further days that are not worked.
    public WorkCalendar with(Map<LocalDate, String> further) {
        List<Holiday> all = new ArrayList<>(holidays);
        further.forEach((day, called) -> all.add(new Holiday(called, new Once(day), day.getYear(), false)));
        return new WorkCalendar(id, name, source, weekend, all);
    }
}
