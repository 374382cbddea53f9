package dev.ward.standards.due;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
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
    private final List<Entry> entries;
    private final Map<LocalDate, Entry> entered = new HashMap<>();
    private final Map<Integer, Map<LocalDate, String>> years = new ConcurrentHashMap<>();

    WorkCalendar(
            String id,
            String name,
            Source source,
            Set<DayOfWeek> weekend,
            List<Holiday> holidays,
            List<Entry> entries) {
        this.id = id;
        this.name = name;
        this.source = source;
        this.weekend = Set.copyOf(weekend);
        this.holidays = List.copyOf(holidays);
        this.entries = List.copyOf(entries);
        entries.forEach(entry -> entered.put(entry.day(), entry));
    }

    /// That somebody said of a day, once the calendar was made, whether it is worked; of several the last
    /// counts.
    ///
    /// @param holiday  what it is called; null when the day is worked
    /// @param at       when it was said
    public record Entry(LocalDate day, @Nullable String holiday, Instant at) {

        /// `A day of mourning`, or that it is worked.
        String text() {
            return holiday == null ? "worked" : holiday;
        }
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
        Entry entry = entered.get(day);
        if (entry != null) {
            return entry.holiday();
        }
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
        entered.forEach((day, entry) -> {
            if (day.getYear() == year) {
                days.compute(day, (same, called) -> entry.holiday());
            }
        });
        return Collections.unmodifiableMap(days);
    }

    /// Whether a day is worked or not by what was entered, and no more by the calendar as it was made.
    public boolean isEntered(LocalDate day) {
        return entered.containsKey(day);
    }

    /// How many holidays it has, those of single days among them.
    int size() {
        return holidays.size();
    }

    int weekendDays() {
        return weekend.size();
    }

    public boolean isWeekend(LocalDate day) {
        return weekend.contains(day.getDayOfWeek());
    }

    /// What was entered of days from one to another, both in, since an instant; by day.
    List<Entry> enteredSince(Instant since, LocalDate first, LocalDate last) {
        return entered.values().stream()
                .filter(entry -> entry.at().isAfter(since))
                .filter(entry -> !entry.day().isBefore(first) && !entry.day().isAfter(last))
                .sorted(Comparator.comparing(Entry::day))
                .toList();
    }

    /// The calendar as it was at an instant.
    WorkCalendar asOf(Instant at) {
        List<Entry> then =
                entries.stream().filter(entry -> !entry.at().isAfter(at)).toList();
        return then.size() == entries.size() ? this : new WorkCalendar(id, name, source, weekend, holidays, then);
    }

    /// This calendar with what was entered further, in the order in which it was.
    public WorkCalendar with(List<Entry> further) {
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(further);
        return new WorkCalendar(id, name, source, weekend, holidays, all);
    }

    /// This calendar with further days that are not worked.
    public WorkCalendar with(Map<LocalDate, String> further) {
        List<Holiday> all = new ArrayList<>(holidays);
        further.forEach((day, called) -> all.add(new Holiday(called, new Once(day), day.getYear(), false)));
        return new WorkCalendar(id, name, source, weekend, all, entries);
    }
}
