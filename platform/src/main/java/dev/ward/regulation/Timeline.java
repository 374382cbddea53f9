package dev.ward.regulation;

import dev.ward.clock.DeadlineState;
import dev.ward.standards.due.DueResult;
import dev.ward.standards.due.Moment;
import dev.ward.standards.due.RunningClock;
import dev.ward.web.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The clocks of a case drawn on one line of time, past and to come. All places are from 0 to [#WIDTH].
///
/// @param rows   a clock each, the one that ends first before the others
/// @param marks  what was done, in its order
/// @param times  when it was published, ingested, matched and first viewed
/// @param ticks  the first days of months
/// @param now    where the instant is as of which it was found
public record Timeline(List<Row> rows, List<Mark> marks, List<Mark> times, List<Mark> ticks, int now) {

    public static final int WIDTH = 1_000;
    /// Of the time that is shown, so much is left free on either side.
    private static final int MARGIN = 20;
    /// What lies so long before the first clock is not drawn in its place: the clocks would have none.
    private static final Duration BEFORE = Duration.ofDays(365);

    public Timeline {
        rows = List.copyOf(rows);
        marks = List.copyOf(marks);
        times = List.copyOf(times);
        ticks = List.copyOf(ticks);
    }

    /// @param from   where it starts
    /// @param until  where it ends
    /// @param words  "FDA-CUST-30, 2026-02-04: Overdue"
    public record Row(String clock, int from, int until, DeadlineState state, String words) {}

    /// @param words  "customer-communication, 2026-01-20"
    public record Mark(int at, String words) {}

    /// Null when no clock runs or ran.
    static @Nullable Timeline of(DueResult result, KnownTimes known) {
        if (result.clocks().isEmpty()) {
            return null;
        }
        List<Instant> all = new ArrayList<>();
        all.add(result.at());
        result.clocks().forEach(clock -> {
            all.add(clock.start().earliest());
            all.add(clock.end());
        });
        Stream<Moment> deeds =
                result.facts().facts().stream().map(one -> one.at()).filter(Objects::nonNull);
        deeds.forEach(moment -> all.add(moment.earliest()));
        Instant drawn = result.clocks().stream()
                .map(clock -> clock.start().earliest())
                .min(Instant::compareTo)
                .orElseThrow()
                .minus(BEFORE);
        known.known()
                .map(KnownTimes.Time::at)
                .filter(at -> at != null && !at.isBefore(drawn))
                .forEach(all::add);
        Scale scale = Scale.of(all);
        ZoneId zone = result.facts().zone();
        return new Timeline(
                result.clocks().stream().map(clock -> row(clock, scale)).toList(),
                result.facts().facts().stream()
                        .filter(one -> one.at() != null)
                        .map(one -> new Mark(
                                scale.place(Objects.requireNonNull(one.at()).earliest()),
                                one.type() + (one.regime().isEmpty() ? "" : " to " + one.regime()) + ", "
                                        + ClockWords.moment(one.at())))
                        .toList(),
                known.known().map(one -> time(one, scale)).toList(),
                months(scale, zone),
                scale.place(result.at()));
    }

    private static Row row(RunningClock clock, Scale scale) {
        DeadlineState state = ClockWords.state(clock.state());
        return new Row(
                clock.id(),
                scale.place(clock.start().earliest()),
                scale.place(clock.end()),
                state,
                "%s, %s: %s".formatted(clock.id(), clock.due(), state.title()));
    }

    private static Mark time(KnownTimes.Time one, Scale scale) {
        Instant at = Objects.requireNonNull(one.at());
        String words = one.what() + ", " + Times.absolute(at);
        return at.isBefore(scale.first())
                ? new Mark(MARGIN / 2, words + ", earlier than is drawn")
                : new Mark(scale.place(at), words);
    }

    private static List<Mark> months(Scale scale, ZoneId zone) {
        LocalDate first =
                scale.first().atZone(zone).toLocalDate().withDayOfMonth(1).plusMonths(1);
        long months = Duration.between(scale.first(), scale.last()).toDays() / 30;
        long step = Math.max(1, months / 12);
        List<Mark> ticks = new ArrayList<>();
        for (LocalDate day = first;
                day.atStartOfDay(zone).toInstant().isBefore(scale.last());
                day = day.plusMonths(step)) {
            ticks.add(new Mark(
                    scale.place(day.atStartOfDay(zone).toInstant()),
                    day.toString().substring(0, 7)));
        }
        return ticks;
    }

    private record Scale(Instant first, Instant last) {

        static Scale of(List<Instant> all) {
            Instant first = all.stream().min(Instant::compareTo).orElseThrow();
            Instant last = all.stream().max(Instant::compareTo).orElseThrow();
            return new Scale(first, last.isAfter(first) ? last : first.plusSeconds(1));
        }

        int place(Instant at) {
            double share = (double) Duration.between(first, at).toSeconds()
                    / Math.max(1, Duration.between(first, last).toSeconds());
            return MARGIN + (int) Math.round(share * (WIDTH - 2 * MARGIN));
        }
    }
}
