package dev.ward.standards.due;

import dev.ward.standards.due.ClockRule.LastDay;
import dev.ward.standards.due.ClockRule.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds the end of a clock, and writes down how.
///
/// Clocks of hours run by instant, through a change of daylight saving as through any hour. Clocks of
/// days and months run by date: the last day ends with the midnight of its zone.
final class ClockArithmetic {

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

    private final ClockRule rule;
    private final ZoneId zone;
    private final WorkCalendar calendar;
    private final List<String> steps = new ArrayList<>();

    ClockArithmetic(ClockRule rule, ZoneId zone, WorkCalendar calendar) {
        this.rule = rule;
        this.zone = rule.zone() == null ? zone : rule.zone();
        this.calendar = calendar;
    }

    /// @param lastDay  null for a clock of hours
    /// @param paused   whether it stands still
    record End(
            @Nullable LocalDate lastDay,
            Instant end,
            List<Instant> warnsAt,
            ZoneId zone,
            List<String> steps,
            boolean paused) {}

    /// @param because  what the start is, in words
    /// @param pauses   for how long it stood still
    End end(Moment start, String because, PausedTime pauses) {
        steps.add("start: %s, %s".formatted(because, startText(start)));
        if (rule.unit() == Unit.HOURS) {
            Instant unmoved = start.earliest().plus(Duration.ofHours(rule.length()));
            steps.add("%s later: %s, which is %s"
                    .formatted(rule.unit().text(rule.length()), INSTANT.format(unmoved.atZone(zone)), unmoved));
            Instant end = pauses.move(start, unmoved, steps);
            List<Instant> warnings = rule.warnings().stream()
                    .map(hours -> end.minus(Duration.ofHours(hours)))
                    .toList();
            return new End(null, end, warnings, zone, steps, pauses.isPaused());
        }
        LocalDate unpaused = lastDay(start.firstDay(zone));
        sayWhatMovedIt(start, unpaused);
        LocalDate last = pauses.move(start, unpaused, zone, steps);
        Instant end = last.plusDays(1).atStartOfDay(zone).toInstant();
        steps.add("ends with %s in %s, before %s".formatted(last, zone, end));
        List<Instant> warnings = rule.warnings().stream()
                .map(before -> last.minusDays(before).atStartOfDay(zone).toInstant())
                .toList();
        return new End(last, end, warnings, zone, steps, pauses.isPaused());
    }

    /// Tells when days that somebody entered after the start moved the last one.
    private void sayWhatMovedIt(Moment start, LocalDate last) {
        if (rule.calendar().isEmpty()) {
            return;
        }
        WorkCalendar then = calendar.asOf(start.earliest());
        LocalDate was = then == calendar ? last : new ClockArithmetic(rule, zone, then).lastDay(start.firstDay(zone));
        if (was.equals(last)) {
            return;
        }
        LocalDate until = was.isAfter(last) ? was : last;
        List<String> entered = calendar.enteredSince(start.earliest(), start.firstDay(zone), until).stream()
                .map(one -> "%s (%s), on %s"
                        .formatted(
                                day(one.day()),
                                one.text(),
                                INSTANT.format(one.at().atZone(zone))))
                .toList();
        steps.add("moved from %s to %s by what was entered in the calendar %s after the start: %s"
                .formatted(day(was), day(last), calendar.id(), String.join("; ", entered)));
    }

    private String startText(Moment start) {
        return start.earliest().equals(start.latest())
                ? "%s, in %s %s"
                        .formatted(
                                start.text(),
                                zone,
                                INSTANT.format(start.earliest().atZone(zone)))
                : "%s, the hour not known: its first instant counts".formatted(start.text());
    }

    private LocalDate lastDay(LocalDate first) {
        LocalDate last = switch (rule.unit()) {
            case MONTHS -> months(first);
            case WORKING_DAYS -> workingDays(first);
            default -> calendarDays(first);
        };
        if (rule.lastDay() == LastDay.STAYS || calendar.isWorked(last)) {
            return last;
        }
        LocalDate worked = last;
        while (!calendar.isWorked(worked)) {
            worked = worked.plusDays(1);
        }
        steps.add("%s is not worked (%s): the next working day is %s"
                .formatted(day(last), calendar.reason(last), day(worked)));
        return worked;
    }

    private LocalDate calendarDays(LocalDate first) {
        if (rule.length() == 0) {
            steps.add("due on the day itself, %s".formatted(day(first)));
            return first;
        }
        LocalDate one = dayOne(first);
        LocalDate last = one.plusDays(rule.length() - 1L);
        steps.add("%s from %s on: the last is %s".formatted(rule.unit().text(rule.length()), day(one), day(last)));
        return last;
    }

    private LocalDate dayOne(LocalDate first) {
        if (rule.countsStartDay()) {
            steps.add("the day of the start is the first day");
            return first;
        }
        steps.add("the day of the start, %s, does not count".formatted(day(first)));
        return first.plusDays(1);
    }

    private LocalDate months(LocalDate first) {
        LocalDate last = first.plusMonths(rule.length());
        steps.add("%s after %s: %s%s"
                .formatted(
                        rule.unit().text(rule.length()),
                        day(first),
                        day(last),
                        last.getDayOfMonth() == first.getDayOfMonth() ? "" : ", the month's last day"));
        return last;
    }

    private LocalDate workingDays(LocalDate first) {
        LocalDate day = dayOne(first);
        int counted = 0;
        List<String> passed = new ArrayList<>();
        while (true) {
            String reason = calendar.reason(day);
            if (reason == null) {
                counted++;
                if (counted >= rule.length()) {
                    break;
                }
            } else if (!reason.equals("weekend")) {
                passed.add("%s (%s)".formatted(day(day), reason));
            }
            day = day.plusDays(1);
        }
        steps.add("%s, weekends and holidays of %s left out: the last is %s"
                .formatted(rule.unit().text(rule.length()), calendar.id(), day(day)));
        if (!passed.isEmpty()) {
            steps.add("left out besides weekends: " + String.join(", ", passed));
        }
        return day;
    }

    /// `Mon 2026-01-05`.
    static String day(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " " + day;
    }
}
