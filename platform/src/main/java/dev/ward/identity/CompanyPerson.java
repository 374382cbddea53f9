package dev.ward.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whom the company's sign-in recognised.
///
/// @param at   when, by the provider's clock; null when it does not say
/// @param two  whether it says that two factors were asked for
record CompanyPerson(
        String issuer, String subject, @Nullable Instant at, boolean two) {}
