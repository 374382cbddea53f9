package dev.ward.performance;

import dev.ward.web.TypedText;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// How long it takes from the loss of a function until a patient can be harmed.
///
/// @param amount  of the unit, from 1 on; 0 where the unit has none
public record TimeToHarm(Unit unit, int amount) {

    public static final TimeToHarm UNKNOWN = new TimeToHarm(Unit.UNKNOWN, 0);

    private static final int LONGEST = 100_000;

    /// In what it is said.
    public enum Unit {
        UNKNOWN("Not known", ChronoUnit.SECONDS),
        IMMEDIATE("Immediately", ChronoUnit.SECONDS),
        SECONDS("Seconds", ChronoUnit.SECONDS),
        MINUTES("Minutes", ChronoUnit.MINUTES),
        HOURS("Hours", ChronoUnit.HOURS),
        DAYS("Days", ChronoUnit.DAYS);

        private final String title;
        private final ChronoUnit unit;

        Unit(String title, ChronoUnit unit) {
            this.title = title;
            this.unit = unit;
        }

        public String title() {
            return title;
        }

        /// Whether an amount belongs to it.
        public boolean counts() {
            return this != UNKNOWN && this != IMMEDIATE;
        }
    }

    public TimeToHarm {
        if (unit.counts() && (amount < 1 || amount > LONGEST)) {
            throw TypedText.refused(
                    "timeToHarm",
                    "The time to harm must be from 1 to %d %s, not \"%d\"."
                            .formatted(LONGEST, unit.title().toLowerCase(Locale.ROOT), amount),
                    "must be from 1 to " + LONGEST);
        }
        if (!unit.counts() && amount != 0) {
            throw TypedText.refused(
                    "timeToHarm",
                    "The time to harm is \"%s\" and \"%d\" at once.".formatted(unit.title(), amount),
                    "has an amount that belongs to no unit");
        }
    }

    public boolean known() {
        return unit != Unit.UNKNOWN;
    }

    /// What it counts as in every judgement: no time at all when it is not known.
    public Duration counted() {
        return Duration.of(amount, unit.unit);
    }

    /// In a few words: "5 minutes".
    public String words() {
        if (!unit.counts()) {
            return known() ? "Immediately" : "Not known; counts as immediate";
        }
        String name = unit.title().toLowerCase(Locale.ROOT);
        return "%,d %s".formatted(amount, amount == 1 ? name.substring(0, name.length() - 1) : name);
    }
}
