package dev.ward.device;

import java.util.Map;

/// How many devices there are of what was asked for.
///
/// @param byStatus        only statuses that some device has
/// @param unknownRelease  of those in the field, how many of which nobody knows what is installed
/// @param customers       with at least one in the field
/// @param sites           with at least one in the field
/// @param countries       with at least one in the field, where it is known
public record FleetCounts(
        Map<DeviceStatus, Long> byStatus, long unknownRelease, long customers, long sites, long countries) {

    public FleetCounts {
        byStatus = Map.copyOf(byStatus);
    }

    public long devices() {
        return byStatus.values().stream().mapToLong(Long::longValue).sum();
    }

    public long inField() {
        return byStatus.entrySet().stream()
                .filter(one -> one.getKey().isInField())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    public long of(DeviceStatus status) {
        return byStatus.getOrDefault(status, 0L);
    }
}
