package dev.ward.inspection;

import dev.ward.identity.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is laid open to one inspector.
///
/// @param account    with which the inspector signs in
/// @param inspector  by name
/// @param products   of which everything is laid open that began or was decided in the period
/// @param cases      by number, whatever the period
/// @param lastDay    in UTC, the last on which anything is seen
/// @param endedBy    printed name; null while nobody has ended it
public record Inspection(
        UUID id,
        AccountId account,
        String inspector,
        String authority,
        List<UUID> products,
        List<String> cases,
        LocalDate from,
        LocalDate until,
        LocalDate lastDay,
        Instant opened,
        String openedBy,
        @Nullable Instant ended,
        @Nullable String endedBy) {

    public Inspection {
        products = List.copyOf(products);
        cases = List.copyOf(cases);
    }

    public boolean isOpen(LocalDate today) {
        return ended == null && !today.isAfter(lastDay);
    }
}
