package dev.ward.device.intake;

import dev.ward.standards.input.Quoted;
import dev.ward.standards.udi.DeviceIdentifier;
import dev.ward.table.RowNote;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What one row says, before its names are looked up; null where it says nothing.
///
/// @param number   its place among the rows, from 1
/// @param line     as the file counts
/// @param refused  whether it is already; its names are looked up only to tell all that is wrong with it
record Line(
        long number,
        long line,
        Unit unit,
        Software software,
        Place place,
        Terms terms,
        Shipped shipped,
        boolean refused) {

    /// @param serial  empty in a row that is refused without one
    record Unit(
            @Nullable DeviceIdentifier di,
            String serial,
            @Nullable String lot,
            @Nullable LocalDate manufactured,
            @Nullable LocalDate expires,
            @Nullable String product,
            @Nullable String model) {}

    /// @param release  [Words#UNKNOWN] for one that is said to be unknown
    record Software(@Nullable String release, @Nullable String configuration) {}

    /// @param country  code of two letters
    record Place(
            @Nullable String customerReference,
            @Nullable String customer,
            @Nullable String customerKind,
            @Nullable String siteReference,
            @Nullable String site,
            @Nullable String address,
            @Nullable String city,
            @Nullable String region,
            @Nullable String postalCode,
            @Nullable String country,
            @Nullable String reference) {

        boolean namesCustomer() {
            return customerReference != null || customer != null;
        }

        boolean namesSite() {
            return siteReference != null || site != null;
        }
    }

    /// @param networked  `yes`, `no` or [Words#UNKNOWN]
    /// @param status     as the database spells it
    /// @param confirmed  when it was so
    record Terms(
            @Nullable String networked,
            @Nullable LocalDate contractUntil,
            @Nullable LocalDate warrantyUntil,
            @Nullable String status,
            @Nullable Instant confirmed) {}

    record Shipped(
            @Nullable LocalDate on,
            @Nullable String note,
            @Nullable String via) {

        static final Shipped NOT = new Shipped(null, null, null);
    }

    /// Whether it says of what product the device is, by name or by DI.
    boolean namesProduct() {
        return unit.product() != null || unit.di() != null;
    }

    /// @param reason  with a place for the value, in quotes
    RowNote<Rule> note(Mapping mapping, Field field, @Nullable String value, Rule rule, String reason) {
        String shown = value == null ? "" : value;
        String column = mapping.columns().getOrDefault(field, field.title());
        return new RowNote<>(line, field.word(), column, shown, rule, reason.formatted(Quoted.of(shown)));
    }
}
