package dev.ward.lifecycle;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A release on the board, with its dates on one market.
///
/// @param current  null when no stage has begun, as far as Ward knows
public record BoardRow(
        UUID release, UUID product, String name, @Nullable Stage current, List<Date> dates) {

    /// @param announced  null when customers have not been told
    public record Date(Stage stage, @Nullable LocalDate announced, LocalDate effective, boolean begun) {}
}
