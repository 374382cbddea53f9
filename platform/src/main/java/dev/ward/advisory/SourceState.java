package dev.ward.advisory;

import org.jspecify.annotations.Nullable;

/// How well Ward hears a source.
///
/// @param records  live records, entries or scores that are known
/// @param heard    the last import that did not fail; null when there was none
/// @param last     the last import, however it ended; null when there was none
public record SourceState(
        Source source,
        long records,
        @Nullable SourceImport heard,
        @Nullable SourceImport last) {}
