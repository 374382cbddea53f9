package dev.ward.signature;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What was known of the clock at an instant, by the last checks before it. Where several servers ran, the
/// worst of them counts. A database whose clock agrees proves no right time, as it mostly runs on the same
/// machine; one that differs proves a wrong one.
///
/// @param checks  the last of each server and source, not older than the checks are apart
public record ClockState(List<ClockCheck> checks) {

    public ClockState {
        checks = List.copyOf(checks);
    }

    public ClockHealth health() {
        if (worst().map(ClockCheck::health).orElse(null) == ClockHealth.DIFFERS) {
            return ClockHealth.DIFFERS;
        }
        ClockHealth outside = outside().map(ClockCheck::health).orElse(ClockHealth.NOT_CHECKED);
        return outside == ClockHealth.AGREES && !isWhole() ? ClockHealth.NOT_CHECKED : outside;
    }

    /// Whether every server looked outside.
    private boolean isWhole() {
        Set<String> looked = checks.stream()
                .filter(ClockCheck::outside)
                .map(ClockCheck::server)
                .collect(Collectors.toUnmodifiableSet());
        return checks.stream().map(ClockCheck::server).allMatch(looked::contains);
    }

    private Optional<ClockCheck> worst() {
        return checks.stream().max(Comparator.comparing(ClockCheck::health));
    }

    /// The worst of those that looked outside; no answer from one server is worse than agreement of another.
    private Optional<ClockCheck> outside() {
        return checks.stream()
                .filter(ClockCheck::outside)
                .max(Comparator.comparingInt(check -> gravity(check.health())));
    }

    private static int gravity(ClockHealth health) {
        return switch (health) {
            case AGREES -> 0;
            case NOT_CHECKED -> 1;
            case NO_ANSWER -> 2;
            case DIFFERS -> 3;
        };
    }

    /// As it stands beside a signature, without a full stop: "clock not checked against a source of time".
    public String words() {
        return switch (health()) {
            case NOT_CHECKED -> "clock not checked against a source of time";
            case NO_ANSWER ->
                "clock not checked: %s did not answer"
                        .formatted(outside().map(ClockCheck::source).orElse("the source"));
            case AGREES ->
                outside()
                        .map(check -> "clock agrees with %s: %s".formatted(check.source(), check.words()))
                        .orElseThrow();
            case DIFFERS ->
                worst().map(check -> "clock differs from %s: %s".formatted(check.source(), check.words()))
                        .orElseThrow();
        };
    }
}
