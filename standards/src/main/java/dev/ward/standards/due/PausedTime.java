package dev.ward.standards.due;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/// Moves the end of one of our own clocks by the time for which it stood still, and writes down how.
///
/// Of a pause whose hours nobody kept only what it lasted for certain counts. What lies before the
/// start, after the end, or within another pause counts once or not at all.
final class PausedTime {

    private final List<DueFacts.Pause> pauses;
    private final Instant at;
    private boolean paused;

    /// @param pauses  of one clock
    /// @param at      until when one counts that goes on
    PausedTime(List<DueFacts.Pause> pauses, Instant at) {
        this.pauses = pauses.stream()
                .sorted(Comparator.comparing(one -> one.from().earliest()))
                .toList();
        this.at = at;
    }

    /// Whether one that counts goes on.
    boolean isPaused() {
        return paused;
    }

    /// By instant, for a clock of hours.
    Instant move(Moment start, Instant end, List<String> steps) {
        Instant moved = end;
        Instant counted = start.earliest();
        for (DueFacts.Pause pause : pauses) {
            Instant from = later(pause.from().latest(), counted);
            if (from.isAfter(moved)) {
                steps.add(overBy(pause));
                continue;
            }
            Moment to = pause.to();
            Instant until = later(to == null ? at : to.earliest(), from);
            Duration length = Duration.between(from, until).truncatedTo(ChronoUnit.SECONDS);
            moved = moved.plus(length);
            counted = until;
            paused |= to == null;
            steps.add("%s: %s later, %s".formatted(span(pause), words(length), moved));
        }
        return moved;
    }

    /// By date, for a clock of days: by each midnight that passed.
    LocalDate move(Moment start, LocalDate last, ZoneId zone, List<String> steps) {
        LocalDate moved = last;
        LocalDate counted = start.firstDay(zone);
        for (DueFacts.Pause pause : pauses) {
            LocalDate from = later(pause.from().lastDay(zone), counted);
            if (from.isAfter(moved)) {
                steps.add(overBy(pause));
                continue;
            }
            Moment to = pause.to();
            LocalDate until = later(to == null ? at.atZone(zone).toLocalDate() : to.firstDay(zone), from);
            long days = ChronoUnit.DAYS.between(from, until);
            moved = moved.plusDays(days);
            counted = until;
            paused |= to == null;
            steps.add("%s: %s later, %s"
                    .formatted(span(pause), days == 1 ? "1 day" : days + " days", ClockArithmetic.day(moved)));
        }
        return moved;
    }

    private static String overBy(DueFacts.Pause pause) {
        return "paused from %s, when it was over: that moves nothing"
                .formatted(pause.from().text());
    }

    private static String span(DueFacts.Pause pause) {
        Moment to = pause.to();
        return to == null
                ? "paused since %s, so far".formatted(pause.from().text())
                : "paused from %s to %s".formatted(pause.from().text(), to.text());
    }

    /// `26 h 5 min`; what is less than a minute is left out.
    private static String words(Duration length) {
        return "%d h %d min".formatted(length.toHours(), length.toMinutesPart());
    }

    private static <T extends Comparable<? super T>> T later(T one, T other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
