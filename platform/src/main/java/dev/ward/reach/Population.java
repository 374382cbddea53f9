package dev.ward.reach;

import java.util.List;
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
