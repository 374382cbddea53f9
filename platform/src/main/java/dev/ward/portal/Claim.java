package dev.ward.portal;

import dev.ward.audit.Actor;
import dev.ward.customer.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a customer said, with where it comes from and what became of it. It changes nothing until it is accepted.
///
/// @param ending  null while it is open
public record Claim(
        ClaimId id,
        CustomerId customer,
        @Nullable String customerName,
        Said said,
        Provenance made,
        ClaimState state,
        @Nullable Ending ending) {

    /// Who said it when, and where.
    ///
    /// @param by    a person or a program of the customer
    /// @param file  null when it was typed
    public record Provenance(Instant at, Actor by, @Nullable FileLine file) {}

    public record FileLine(ClaimFileId id, String name, int line) {}

    /// @param reason  for the customer to read; null when none was given
    /// @param by      null where it is not told: a customer does not learn who of the manufacturer decided
    /// @param known   what Ward knew at that moment; null where it is not told
    public record Ending(
            Instant at,
            @Nullable String reason,
            @Nullable String by,
            @Nullable Comparison known) {}

    public boolean isOpen() {
        return state == ClaimState.OPEN;
    }
}
