package dev.ward.home.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A device of the demo's fleet.
///
/// @param serial     empty until it is numbered
/// @param site       null for one that is with the manufacturer
/// @param release    the version; null when nobody knows it
/// @param networked  null when nobody knows it
/// @param shipped    null when it was never shipped
/// @param note       the number of the delivery note; null likewise
record FleetUnit(
        FleetShape.Kind kind,
        String serial,
        LocalDate manufactured,
        @Nullable FleetSite site,
        String status,
        @Nullable String release,
        @Nullable String configuration,
        @Nullable Boolean networked,
        @Nullable LocalDate contractUntil,
        LocalDate confirmed,
        @Nullable LocalDate shipped,
        @Nullable String note) {

    /// Its lot: those of one quarter.
    String lot() {
        return "%s%02dQ%d"
                .formatted(kind.prefix(), manufactured.getYear() % 100, 1 + (manufactured.getMonthValue() - 1) / 3);
    }

    /// What its label says, as people read it.
    String udi() {
        return "(01)%s(11)%02d%02d%02d(10)%s(21)%s"
                .formatted(
                        kind.di(),
                        manufactured.getYear() % 100,
                        manufactured.getMonthValue(),
                        manufactured.getDayOfMonth(),
                        lot(),
                        serial);
    }

    FleetUnit numbered(String number) {
        return new FleetUnit(
                kind,
                number,
                manufactured,
                site,
                status,
                release,
                configuration,
                networked,
                contractUntil,
                confirmed,
                shipped,
                note);
    }

    FleetUnit neverShipped() {
        return new FleetUnit(
                kind,
                serial,
                manufactured,
                site,
                status,
                release,
                configuration,
                networked,
                contractUntil,
                confirmed,
                null,
                null);
    }
}
