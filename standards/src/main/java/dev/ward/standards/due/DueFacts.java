package dev.ward.standards.due;

import dev.ward.standards.input.Quoted;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What is known of one case; what is null or empty is not known.
///
/// @param zone            in which days begin and end
/// @param markets         country codes (ISO 3166-1), and `EU`
/// @param deviceClass     `I`, `II` or `III` of the United States
/// @param initiatedAt     when a correction or removal was initiated
/// @param isaoMembership  null when nothing is said of it; empty when there was none
/// @param pauses          of our own clocks; no other can be paused
public record DueFacts(
        ZoneId zone,
        Set<String> markets,
        @Nullable String deviceClass,
        @Nullable ProductKind productKind,
        Determination determination,
        List<Awareness> awareness,
        @Nullable Moment initiatedAt,
        @Nullable List<Membership> isaoMembership,
        List<AdverseEvent> adverseEvents,
        Exploitation exploitation,
        List<Evidence> facts,
        List<Pause> pauses) {

    public DueFacts {
        markets = Set.copyOf(markets);
        awareness = List.copyOf(awareness);
        isaoMembership = isaoMembership == null ? null : List.copyOf(isaoMembership);
        adverseEvents = List.copyOf(adverseEvents);
        facts = List.copyOf(facts);
        pauses = List.copyOf(pauses);
    }

    /// Of a case none of whose clocks was ever paused.
    public DueFacts(
            ZoneId zone,
            Set<String> markets,
            @Nullable String deviceClass,
            @Nullable ProductKind productKind,
            Determination determination,
            List<Awareness> awareness,
            @Nullable Moment initiatedAt,
            @Nullable List<Membership> isaoMembership,
            List<AdverseEvent> adverseEvents,
            Exploitation exploitation,
            List<Evidence> facts) {
        this(
                zone,
                markets,
                deviceClass,
                productKind,
                determination,
                awareness,
                initiatedAt,
                isaoMembership,
                adverseEvents,
                exploitation,
                facts,
                List.of());
    }

    /// Whether the product is a medical device.
    public enum ProductKind {
        DEVICE,
        NON_DEVICE
    }

    /// Whether the risk of patient harm is acceptable, as two disciplines signed it.
    public enum Determination {
        CONTROLLED,
        UNCONTROLLED,
        UNKNOWN
    }

    /// Whether a vulnerability contributed to an event, as clinical safety says.
    public enum Association {
        ASSOCIATED,
        SUSPECTED,
        RULED_OUT,
        UNKNOWN
    }

    /// Whether malicious use is known.
    public enum ExploitationState {
        NONE,
        SUSPECTED,
        ACTIVE,
        UNKNOWN
    }

    /// That a person declared to know under a regime.
    ///
    /// @param regime  a regime, or the id of a clock that this starts alone
    public record Awareness(String regime, Moment at) {}

    /// @param to  the last day; null when it has not ended
    public record Membership(LocalDate from, @Nullable LocalDate to) {

        public Membership {
            if (to != null && to.isBefore(from)) {
                throw new IllegalArgumentException(
                        "a membership ends on %s, before it begins on %s".formatted(to, from));
            }
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /// @param kind     of the [Vocabulary]
    /// @param awareAt  null when nobody wrote it down
    public record AdverseEvent(
            String kind, Association association, @Nullable Moment awareAt) {}

    public record Exploitation(
            ExploitationState state, @Nullable Moment awareAt) {

        static final Exploitation UNKNOWN = new Exploitation(ExploitationState.UNKNOWN, null);
    }

    /// Something that was done and can be shown.
    ///
    /// @param type    of the [Vocabulary]
    /// @param at      null when nobody wrote it down
    /// @param regime  to whom it was reported: a regime, or the id of a clock; empty for other types
    public record Evidence(String type, @Nullable Moment at, String regime) {}

    /// That one of our own clocks stood still.
    ///
    /// @param clock  its id
    /// @param to     null while it stands still
    public record Pause(String clock, Moment from, @Nullable Moment to) {

        public Pause {
            if (to != null && to.latest().isBefore(from.earliest())) {
                throw new IllegalArgumentException(
                        "a pause ends at %s, before it begins at %s".formatted(to.text(), from.text()));
            }
        }

        /// Null when it had not begun.
        private @Nullable Pause asOf(Instant at) {
            if (from.earliest().isAfter(at)) {
                return null;
            }
            return to == null || !to.earliest().isAfter(at) ? this : new Pause(clock, from, null);
        }
    }

    /// Whether something does not lie before the first declaration of awareness under a regime; without
    /// one nothing shows it.
    ///
    /// @param regime  empty for any day
    boolean isSince(String regime, Moment at) {
        return regime.isEmpty()
                || awareness.stream()
                        .anyMatch(one -> one.regime().equals(regime)
                                && !at.latest().isBefore(one.at().earliest()));
    }

    /// These facts as they were known at an instant: what came later is left out.
    DueFacts asOf(Instant at) {
        Predicate<@Nullable Moment> known =
                moment -> moment == null || !moment.earliest().isAfter(at);
        return new DueFacts(
                zone,
                markets,
                deviceClass,
                productKind,
                determination,
                kept(awareness, Awareness::at, known),
                known.test(initiatedAt) ? initiatedAt : null,
                isaoMembership,
                kept(adverseEvents, AdverseEvent::awareAt, known),
                known.test(exploitation.awareAt()) ? exploitation : Exploitation.UNKNOWN,
                kept(facts, Evidence::at, known),
                pauses.stream()
                        .map(one -> one.asOf(at))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static <T> List<T> kept(
            List<T> all, Function<T, @Nullable Moment> when, Predicate<@Nullable Moment> known) {
        return all.stream().filter(one -> known.test(when.apply(one))).toList();
    }

    /// How many of them have a date.
    int dated() {
        return awareness.size()
                + (initiatedAt == null ? 0 : 1)
                + adverseEvents.size()
                + (exploitation.awareAt() == null ? 0 : 1)
                + facts.size()
                + pauses.size();
    }

    /// As it is written in facts and rules, `non-device`.
    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws IllegalArgumentException  when it has no such value
    static <E extends Enum<E>> E value(Class<E> type, String key) {
        for (E value : type.getEnumConstants()) {
            if (key(value).equals(key)) {
                return value;
            }
        }
        throw new IllegalArgumentException("%s is none of %s".formatted(Quoted.of(key), keys(type)));
    }

    private static <E extends Enum<E>> String keys(Class<E> type) {
        return String.join(
                ", ", Arrays.stream(type.getEnumConstants()).map(DueFacts::key).toList());
    }
}
