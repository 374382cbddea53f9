package dev.ward.regulation;

import dev.ward.handling.VulnerabilityCase;
import dev.ward.standards.due.DueResult;
import dev.ward.standards.due.Moment;
import dev.ward.standards.due.RunningClock;
import dev.ward.standards.due.RunningClock.State;
import dev.ward.web.Times;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is due for one case as of an instant, and the facts from which it follows.
///
/// @param declared  what each declaration of awareness would make due if it alone ruled, in the order
///                  of the dossier's
/// @param late      how late it was told that clocks were over, by clock and start
/// @param times     when it was published, ingested, matched and first viewed
public record CaseDue(
        VulnerabilityCase subject,
        Dossier dossier,
        DueResult result,
        List<Declared> declared,
        Map<String, String> late,
        KnownTimes times) {

    public CaseDue {
        declared = List.copyOf(declared);
        late = Map.copyOf(late);
    }

    /// Of a case of which nothing was told late, and none of whose times is known.
    public CaseDue(VulnerabilityCase subject, Dossier dossier, DueResult result, List<Declared> declared) {
        this(subject, dossier, result, declared, Map.of(), KnownTimes.NONE);
    }

    /// How late it was told that a clock was over, in words; null when that was in time.
    public @Nullable String late(RunningClock clock) {
        return late.get(clock.id() + " " + clock.start().text());
    }

    /// The clocks drawn; null when none runs or ran.
    public @Nullable Timeline timeline() {
        return Timeline.of(result, times);
    }

    /// When somebody declares to have learned of it, in the case's zone: a day stays a day.
    public String learnedIn(Declared one) {
        Moment at = Moment.parse(one.entry().moment(), dossier.zone());
        return isDay(at) ? at.text() : ClockWords.local(at.earliest(), dossier.zone());
    }

    /// The same in UTC; of a day both its ends.
    public String learnedInUtc(Declared one) {
        Moment at = Moment.parse(one.entry().moment(), dossier.zone());
        return isDay(at)
                ? "from %s to %s".formatted(Times.absolute(at.earliest()), Times.absolute(at.latest()))
                : Times.absolute(at.earliest());
    }

    private static boolean isDay(Moment at) {
        return at.text().indexOf('T') < 0;
    }

    /// Our own clocks that run and can be paused.
    public List<RunningClock> pausable() {
        return result.clocks().stream()
                .filter(clock -> clock.rule().binding().isPausable())
                .filter(clock -> clock.state() == State.RUNNING || clock.state() == State.WARNING)
                .toList();
    }

    /// @param rules   whether it counts
    /// @param clocks  those that it starts
    public record Declared(AwarenessEntry entry, boolean rules, List<RunningClock> clocks) {

        public Declared {
            clocks = List.copyOf(clocks);
        }
    }
}
