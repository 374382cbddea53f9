package dev.ward.handling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What another person says of an emergency opening.
///
/// @param by       the name of who said it, as it was then
/// @param because  in words; null for a reader who is not to see the case
public record EmergencyReview(
        Instant at, String by, boolean justified, @Nullable String because) {}
