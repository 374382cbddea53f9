package dev.ward.portal.web;

import dev.ward.portal.OwnRelease;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A release in the API for customers.
///
/// @param sbom  `given`, `on-request`, `asked`; absent when there is none to be had
record OwnReleaseAnswer(
        UUID id,
        UUID product,
        String productName,
        @Nullable String model,
        String version,
        @Nullable LocalDate released,
        long devices,
        @Nullable String sbom) {

    static OwnReleaseAnswer of(OwnRelease release) {
        return new OwnReleaseAnswer(
                release.id().value(),
                release.product().value(),
                release.productName(),
                release.modelName(),
                release.version(),
                release.releasedOn(),
                release.devices(),
                sbom(release.sbom()));
    }

    private static @Nullable String sbom(OwnRelease.@Nullable Sbom sbom) {
        if (sbom == null) {
            return null;
        }
        return sbom.given() ? "given" : sbom.asked() ? "asked" : "on-request";
    }
}
