package dev.ward.handling;

import dev.ward.identity.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That somebody who was not read in opened an embargoed case in an emergency. What is of the case, number,
/// title and reasons, is null for a reader who is not to see it.
///
/// @param by        the name of who opened it, as it was then
/// @param capacity  as what they did: their role, or "deputy of …"
/// @param until     when it closed again for them
/// @param review    null as long as nobody has said whether it was justified
public record EmergencyOpening(
        UUID id,
        @Nullable CaseNumber number,
        @Nullable String title,
        @Nullable String because,
        AccountId account,
        String by,
        String capacity,
        Instant at,
        Instant until,
        @Nullable EmergencyReview review) {

    public boolean waits() {
        return review == null;
    }
}
