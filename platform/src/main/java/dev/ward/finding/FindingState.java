package dev.ward.finding;

import java.util.Locale;
import java.util.Optional;

/// Where a finding stands.
public enum FindingState {
    /// A record says that the component is affected, or may be.
    OPEN,
    /// Only names agree; a person must say whether it is a finding at all.
    CANDIDATE,
    /// No record says so any more, but a person has worked on it; a person must confirm that it is closed.
    SOURCE_WITHDRAWN,
    /// No record says so any more, or the component is gone. The row stays.
    CLOSED;

    /// As it stands in the database and in addresses.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<FindingState> of(String word) {
        for (FindingState state : values()) {
            if (state.word().equals(word)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
