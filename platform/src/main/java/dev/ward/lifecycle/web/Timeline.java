package dev.ward.lifecycle.web;

import dev.ward.lifecycle.BoardRow;
import dev.ward.lifecycle.Stage;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The stages of some releases, drawn on one axis of years.
///
/// @param lanes  one for each release with a date
/// @param years  where each year of the axis begins
/// @param now    where today is
public record Timeline(List<Lane> lanes, List<Year> years, long now) {

    public static final int WIDTH = 700;
    public static final int LANE = 28;

    public record Lane(UUID release, String name, List<Bar> bars) {}

    /// @param word  what stands in the bar; empty where there is no room, and then only its title says it
    public record Bar(Stage stage, String title, String word, long x, long width) {}

    public record Year(String number, long x) {}

    /// @return null when no release has a date
    static @Nullable Timeline of(List<BoardRow> rows, LocalDate today) {
        List<LocalDate> dates = rows.stream()
                .flatMap(row -> row.dates().stream())
                .map(BoardRow.Date::effective)
                .toList();
        if (dates.isEmpty()) {
            return null;
        }
        LocalDate first = min(dates, today).withDayOfYear(1);
        LocalDate last = max(dates, today).plusYears(2).withDayOfYear(1);
        Axis axis = new Axis(first, ChronoUnit.DAYS.between(first, last));
        List<Lane> lanes = rows.stream()
                .filter(row -> !row.dates().isEmpty())
                .map(row -> new Lane(row.release(), row.name(), bars(row, axis)))
                .toList();
        return new Timeline(lanes, years(first, last, axis), axis.at(today));
    }

    private static LocalDate min(List<LocalDate> dates, LocalDate today) {
        return dates.stream().reduce(today, (one, other) -> one.isBefore(other) ? one : other);
    }

    private static LocalDate max(List<LocalDate> dates, LocalDate today) {
        return dates.stream().reduce(today, (one, other) -> one.isAfter(other) ? one : other);
    }

    private record Axis(LocalDate first, long days) {

        long at(LocalDate date) {
            return ChronoUnit.DAYS.between(first, date) * WIDTH / Math.max(1, days);
        }
    }

    /// A stage lasts until one that comes later in order begins.
    private static List<Bar> bars(BoardRow row, Axis axis) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < row.dates().size(); i++) {
            BoardRow.Date date = row.dates().get(i);
            long from = axis.at(date.effective());
            long to = WIDTH;
            for (BoardRow.Date later : row.dates().subList(i + 1, row.dates().size())) {
                to = Math.min(to, axis.at(later.effective()));
            }
            if (to > from) {
                String title = "%s of %s from %s on".formatted(date.stage().title(), row.name(), date.effective());
                String word = to - from > 9L * date.stage().title().length()
                        ? date.stage().title()
                        : "";
                bars.add(new Bar(date.stage(), title, word, from, to - from));
            }
        }
        return bars;
    }

    private static List<Year> years(LocalDate first, LocalDate last, Axis axis) {
        List<Year> years = new ArrayList<>();
        int step = Math.max(1, (last.getYear() - first.getYear()) / 10);
        for (LocalDate year = first; year.isBefore(last); year = year.plusYears(step)) {
            years.add(new Year(Integer.toString(year.getYear()), axis.at(year)));
        }
        return years;
    }
}
