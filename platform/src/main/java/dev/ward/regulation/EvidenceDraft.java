package dev.ward.regulation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody says was done.
///
/// @param type       of the rules' vocabulary, or `initiated`
/// @param recipient  to whom it was reported; null for other types
/// @param at         a day, a time, or an instant; null when nobody knows it
/// @param note       what it was, and where it can be found
/// @param file       one of the case's files that shows it; null for none
public record EvidenceDraft(
        @Nullable String type,
        @Nullable String recipient,
        @Nullable String at,
        @Nullable String note,
        @Nullable UUID file) {}
