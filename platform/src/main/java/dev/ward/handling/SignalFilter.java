package dev.ward.handling;

import org.jspecify.annotations.Nullable;

/// Which signals a list shows.
///
/// @param state    null for all
/// @param waiting  only those of which nobody has said what becomes of them
/// @param origin   null for all
/// @param ofCase   null for all
public record SignalFilter(
        @Nullable SignalState state,
        boolean waiting,
        @Nullable Origin origin,
        @Nullable CaseNumber ofCase) {

    public static final SignalFilter ALL = new SignalFilter(null, false, null, null);
    public static final SignalFilter WAITING = new SignalFilter(null, true, null, null);
}
