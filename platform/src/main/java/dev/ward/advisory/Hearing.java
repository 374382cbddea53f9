package dev.ward.advisory;

import org.jspecify.annotations.Nullable;

/// When a source was heard, without counting what is known from it.
///
/// @param heard  the last import that did not fail; null when there was none
/// @param last   the last import, however it ended; null when there was none
public record Hearing(
        Source source,
        @Nullable SourceImport heard,
        @Nullable SourceImport last) {}
