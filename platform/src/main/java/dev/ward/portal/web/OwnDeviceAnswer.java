package dev.ward.portal.web;

import dev.ward.portal.OwnDevice;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A device in the API for customers.
///
/// @param networked  absent when it is not known
/// @param open       how many claims about it wait for an answer
record OwnDeviceAnswer(
        UUID id,
        UUID product,
        String productName,
        @Nullable String model,
        @Nullable String di,
        @Nullable String serial,
        @Nullable String lot,
        @Nullable UUID release,
        @Nullable String version,
        @Nullable Instant since,
        @Nullable UUID site,
        @Nullable String siteName,
        String status,
        @Nullable Boolean networked,
        @Nullable Instant confirmed,
        @Nullable String confirmedBy,
        int open) {

    static OwnDeviceAnswer of(OwnDevice device) {
        OwnDevice.Installed installed = device.installed();
        return new OwnDeviceAnswer(
                device.id().value(),
                device.product().value(),
                device.productName(),
                device.modelName(),
                device.label().di(),
                device.label().serial(),
                device.label().lot(),
                installed == null ? null : installed.id().value(),
                installed == null ? null : installed.version(),
                installed == null ? null : installed.since(),
                device.site() == null ? null : device.site().id().value(),
                device.site() == null ? null : device.site().name(),
                device.status().word(),
                device.networked(),
                device.confirmedAt(),
                device.confirmedBy() == null ? null : device.confirmedBy().word(),
                device.open());
    }
}
