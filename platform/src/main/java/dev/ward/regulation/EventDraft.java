package dev.ward.regulation;

import org.jspecify.annotations.Nullable;

/// What is entered of an event, unchecked.
///
/// @param happened  a day; empty when nobody knows
/// @param aware     when it became known: a day, a time or an instant; empty when nobody wrote it down
/// @param devices   serial numbers, one a line or separated by commas
public record EventDraft(
        @Nullable String kind,
        @Nullable String happened,
        @Nullable String aware,
        @Nullable String description,
        @Nullable String devices) {}
