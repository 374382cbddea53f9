package dev.ward.reach;

import dev.ward.device.DeviceStatus;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which of the devices that are reached are asked for.
///
/// @param country   ISO 3166-1 alpha-2; null for all
/// @param customer  null for all
/// @param statuses  usually those in the field
public record ReachFilter(
        @Nullable String country, @Nullable UUID customer, Set<DeviceStatus> statuses) {

    public ReachFilter {
        statuses = Set.copyOf(statuses);
    }

    /// Everything in the field.
    public static ReachFilter inField() {
        return new ReachFilter(null, null, DeviceStatus.inField());
    }

    String[] words() {
        return statuses.stream().map(DeviceStatus::word).toArray(String[]::new);
    }
}
