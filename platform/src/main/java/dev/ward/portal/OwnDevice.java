package dev.ward.portal;

import dev.ward.device.DeviceId;
import dev.ward.device.DeviceStatus;
import dev.ward.device.FactSource;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A device as its customer sees it.
///
/// @param modelName     null when it is not known
/// @param installed     null when it is not known
/// @param site          null when it is not known
/// @param networked     null when it is not known
/// @param confirmedAt   when it was last told that release, site and status are so; null when nobody ever did
/// @param open          how many claims about it wait for an answer
public record OwnDevice(
        DeviceId id,
        ProductId product,
        String productName,
        @Nullable String modelName,
        Said.Label label,
        @Nullable Installed installed,
        Said.@Nullable Place site,
        DeviceStatus status,
        @Nullable Boolean networked,
        @Nullable Instant confirmedAt,
        @Nullable FactSource confirmedBy,
        int open) {

    /// @param since  from when on; null where it was not asked, or is not known
    public record Installed(
            ReleaseId id, String version, @Nullable Instant since) {}

    OwnDevice since(@Nullable Instant since) {
        return installed == null
                ? this
                : new OwnDevice(
                        id,
                        product,
                        productName,
                        modelName,
                        label,
                        new Installed(installed.id(), installed.version(), since),
                        site,
                        status,
                        networked,
                        confirmedAt,
                        confirmedBy,
                        open);
    }
}
