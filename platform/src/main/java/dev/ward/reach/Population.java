package dev.ward.reach;

import java.util.List;
import java.util.UUID;

/// Of whom a subject is true: releases, and configurations that hold one of them.
///
/// @param releases        certain ones and candidates, with no devices counted yet
/// @param configurations  those that hold a certain release, or the one that was asked for
record Population(List<ReachedRelease> releases, List<UUID> configurations) {

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
}
