package dev.ward.device;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How the units in the field stand: what runs on them, where they are, how old they are, and how long ago somebody
/// confirmed that it is so.
///
/// @param installed     by product and release, the most first
/// @param countries     the most first
/// @param manufactured  by year, the latest first; not known comes last
/// @param confirmed     by month of the last confirmation, the latest first; never comes last
public record FleetFigures(
        List<OfRelease> installed, List<OfCountry> countries, List<OfAge> manufactured, List<OfAge> confirmed) {

    public FleetFigures {
        installed = List.copyOf(installed);
        countries = List.copyOf(countries);
        manufactured = List.copyOf(manufactured);
        confirmed = List.copyOf(confirmed);
    }

    /// @param release  null for the units of which nobody knows what is installed
    public record OfRelease(
            UUID product,
            String productName,
            @Nullable UUID release,
            @Nullable String version,
            long devices) {}

    /// @param country  null for the units of which nobody knows where they are
    public record OfCountry(@Nullable String country, long devices) {}

    /// @param since    the first day of the year or month; null where nobody knows it
    /// @param unknown  how many of the units have an unknown release
    public record OfAge(@Nullable LocalDate since, long devices, long unknown) {}

    public long devices() {
        return installed.stream().mapToLong(OfRelease::devices).sum();
    }

    public long unknownRelease() {
        return installed.stream()
                .filter(one -> one.release() == null)
                .mapToLong(OfRelease::devices)
                .sum();
    }

    /// How many units nobody has confirmed in a month or since it; those that never were are among them.
    public long unconfirmedSince(LocalDate month) {
        return confirmed.stream()
                .filter(one -> one.since() == null || one.since().isBefore(month))
                .mapToLong(OfAge::devices)
                .sum();
    }
}
