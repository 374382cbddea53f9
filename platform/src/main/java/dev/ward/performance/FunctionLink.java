package dev.ward.performance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That a function depends on something, or that none does. It begins and ends, and is never rewritten.
///
/// @param function      null when no function depends on it
/// @param functionName  as it is called now; null when no function depends on it
/// @param living        false when the function is in no draft and in no version in force any more
/// @param why           in which way it depends, or why none does
/// @param rule          by which it was made; null when it was made by hand
/// @param ended         null while it holds
public record FunctionLink(
        UUID id,
        Linked of,
        @Nullable FunctionId function,
        @Nullable String functionName,
        boolean living,
        String why,
        @Nullable UUID rule,
        Instant begun,
        String author,
        @Nullable Instant ended,
        @Nullable String ender,
        @Nullable String endWhy) {}
