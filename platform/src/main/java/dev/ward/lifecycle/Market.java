package dev.ward.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Where releases are sold, and by whose days their stages begin.
///
/// @param code  `US`, `EU`; `*` stands for all markets
/// @param zone  a stage begins with its day there
public record Market(String code, String name, ZoneId zone, int revision) {

    /// The code of all markets together.
    public static final String ALL = "*";

    public boolean isAll() {
        return code.equals(ALL);
    }

    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }
}
