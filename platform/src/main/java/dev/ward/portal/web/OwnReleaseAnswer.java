package dev.ward.portal.web;

import dev.ward.portal.OwnDate;
import dev.ward.portal.OwnRelease;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A release in the API for customers.
///
/// @param dates  of the stages of its support: announced ones, and those that have begun
/// @param sbom  `given`, `on-request`, `asked`; absent when there is none to be had
record OwnReleaseAnswer(
        UUID id,
        UUID product,
        String productName,
        @Nullable String model,
        String version,
        @Nullable LocalDate released,
        long devices,
        List<DateAnswer> dates,
        @Nullable String sbom) {

    /// @param market  its name; absent for all markets
    record DateAnswer(
            String stage, @Nullable String market, @Nullable LocalDate announced, LocalDate effective, boolean begun) {

        static DateAnswer of(OwnDate date) {
            return new DateAnswer(date.stage().word(), date.market(), date.announced(), date.effective(), date.begun());
        }
    }

    static OwnReleaseAnswer of(OwnRelease release) {
        return new OwnReleaseAnswer(
                release.id().value(),
                release.product().value(),
                release.productName(),
                release.modelName(),
                release.version(),
                release.releasedOn(),
                release.devices(),
                release.dates().stream().map(DateAnswer::of).toList(),
                sbom(release.sbom()));
    }

    private static @Nullable String sbom(OwnRelease.@Nullable Sbom sbom) {
        if (sbom == null) {
            return null;
        }
        return sbom.given() ? "given" : sbom.asked() ? "asked" : "on-request";
    }
}
