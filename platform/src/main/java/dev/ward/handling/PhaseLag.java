package dev.ward.handling;

import org.jspecify.annotations.Nullable;

/// What was done in a case that its phase does not say yet.
///
/// @param words  "Decided in 1 product: remediation can begin"
/// @param next   the phase that says it; null when none does
public record PhaseLag(String words, @Nullable Phase next) {}
