package dev.ward.reach;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Of whom a subject is true: releases, and configurations that hold one of them.
///
/// @param releases        certain ones and candidates, with no devices counted yet
/// @param configurations  those that hold a certain release, unless it is decided to be absent there, or
///                        the one that was asked for
/// @param decided         certain releases of which it was decided by configuration
/// @param absent          where a certain release is decided to be without it
record Population(List<ReachedRelease> releases, List<UUID> configurations, List<UUID> decided, List<Absent> absent) {

    /// A release as it runs in a configuration.
    record Absent(UUID release, UUID configuration) {}

    /// Of whom any of several subjects is true. A release is without it in a configuration when it is for each of
    /// the subjects that reach the release for certain.
    static Population ofAny(List<Population> each) {
        Map<UUID, ReachedRelease> releases = new LinkedHashMap<>();
        each.forEach(one -> one.releases.forEach(
                release -> releases.merge(release.id(), release, (a, b) -> a.certain() || !b.certain() ? a : b)));
        List<Absent> absent = each.stream()
                .flatMap(one -> one.absent.stream())
                .distinct()
                .filter(place -> each.stream().allMatch(one -> one.isAbsentOrUnreached(place)))
                .toList();
        return new Population(
                releases.values().stream()
                        .sorted(Comparator.comparing(release -> !release.certain()))
                        .toList(),
                each.stream()
                        .flatMap(one -> one.configurations.stream())
                        .distinct()
                        .toList(),
                each.stream().flatMap(one -> one.decided.stream()).distinct().toList(),
                absent);
    }

    private boolean isAbsentOrUnreached(Absent place) {
        return absent.contains(place)
                || releases.stream().noneMatch(one -> one.certain() && one.id().equals(place.release()));
    }

    UUID[] certain() {
        return releases.stream()
                .filter(ReachedRelease::certain)
                .map(ReachedRelease::id)
                .toArray(UUID[]::new);
    }

    UUID[] possible() {
        return releases.stream()
                .filter(release -> !release.certain())
                .map(ReachedRelease::id)
                .toArray(UUID[]::new);
    }

    UUID[] held() {
        return configurations.toArray(UUID[]::new);
    }

    UUID[] decidedReleases() {
        return decided.toArray(UUID[]::new);
    }

    boolean isAbsentSomewhere() {
        return !absent.isEmpty();
    }

    UUID[] absentReleases() {
        return absent.stream().map(Absent::release).toArray(UUID[]::new);
    }

    UUID[] absentConfigurations() {
        return absent.stream().map(Absent::configuration).toArray(UUID[]::new);
    }
}
