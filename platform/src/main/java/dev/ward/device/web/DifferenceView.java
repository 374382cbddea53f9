package dev.ward.device.web;

import dev.ward.device.DeviceId;
import dev.ward.device.Difference;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A serial of which books and field disagree, as the API shows it.
///
/// @param kind  `never-shipped`, `no-device` or `in-stock`
record DifferenceView(
        String kind,
        @Nullable UUID device,
        String serial,
        @Nullable String customer,
        @Nullable LocalDate moved) {

    static DifferenceView from(Difference difference) {
        DeviceId device = difference.device();
        return new DifferenceView(
                difference.kind().word(),
                device == null ? null : device.value(),
                difference.serial(),
                difference.customer(),
                difference.moved());
    }
}
