package dev.ward.device.web;

import dev.ward.device.Adoption;
import dev.ward.device.FleetFigures;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The fleet's figures as the API gives them; of units in the field.
///
/// @param unknownRelease  how many have an unknown release, which never counts as patched
record FleetView(
        long devices,
        long unknownRelease,
        List<OfRelease> releases,
        List<OfCountry> countries,
        List<OfRegion> regions,
        List<OfAge> manufactured,
        List<OfAge> confirmed) {

    /// @param release  null for the unknown one
    record OfRelease(
            UUID product,
            String productName,
            @Nullable UUID release,
            @Nullable String version,
            long devices) {}

    /// @param country  null where nobody knows it
    record OfCountry(@Nullable String country, long devices) {}

    record OfRegion(String region, long devices) {}

    /// @param since  the first day of the year or the month; null where nobody knows it
    record OfAge(@Nullable LocalDate since, long devices, long unknownRelease) {}

    static FleetView from(FleetFigures figures) {
        return new FleetView(
                figures.devices(),
                figures.unknownRelease(),
                figures.installed().stream()
                        .map(one -> new OfRelease(
                                one.product(), one.productName(), one.release(), one.version(), one.devices()))
                        .toList(),
                figures.countries().stream()
                        .map(one -> new OfCountry(one.country(), one.devices()))
                        .toList(),
                FleetBars.regions(figures).entrySet().stream()
                        .map(one -> new OfRegion(one.getKey().word(), one.getValue()))
                        .toList(),
                ages(figures.manufactured()),
                ages(figures.confirmed()));
    }

    private static List<OfAge> ages(List<FleetFigures.OfAge> ages) {
        return ages.stream()
                .map(one -> new OfAge(one.since(), one.devices(), one.unknown()))
                .toList();
    }

    /// @param days  to whose end was counted; the last is today
    record AdoptionView(UUID product, List<LocalDate> days, List<LineView> releases) {

        static AdoptionView from(Adoption adoption) {
            return new AdoptionView(
                    adoption.product(),
                    adoption.days(),
                    adoption.lines().stream()
                            .map(line -> new LineView(line.release(), line.version(), line.devices()))
                            .toList());
        }
    }

    /// @param release  null for the unknown one
    /// @param devices  for each of the days
    record LineView(@Nullable UUID release, @Nullable String version, List<Long> devices) {}
}
