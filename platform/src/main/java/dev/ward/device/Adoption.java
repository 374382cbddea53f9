package dev.ward.device;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How the releases of a product spread over its units in the field.
///
/// @param days   on which was counted (to their end, UTC), the earliest first; the last is today
/// @param lines  the earliest release first; the unknown one last
public record Adoption(UUID product, String productName, List<LocalDate> days, List<Line> lines) {

    public Adoption {
        days = List.copyOf(days);
        lines = List.copyOf(lines);
    }

    /// @param release  null for the units of which nobody knew what was installed
    /// @param devices  for each of the days
    public record Line(@Nullable UUID release, @Nullable String version, List<Long> devices) {

        public Line {
            devices = List.copyOf(devices);
        }

        public long now() {
            return devices.getLast();
        }
    }

    /// How many units there are today.
    public long now() {
        return lines.stream().mapToLong(Line::now).sum();
    }
}
