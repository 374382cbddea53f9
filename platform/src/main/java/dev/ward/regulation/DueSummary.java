package dev.ward.regulation;

import dev.ward.handling.CaseNumber;
import dev.ward.identity.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is overdue, what ends soon, and what waits for a second signature.
///
/// @param owner    whose cases alone; null for all
/// @param soon     how many end within [#DAYS] days
/// @param first    some of both, what ends first before the others
/// @param waiting  what was signed first before the others
public record DueSummary(
        @Nullable AccountId owner, long overdue, long soon, List<Obligation> first, List<Waits> waiting) {

    public static final int DAYS = 7;

    public DueSummary {
        first = List.copyOf(first);
        waiting = List.copyOf(waiting);
    }

    public boolean isEmpty() {
        return overdue == 0 && soon == 0 && waiting.isEmpty();
    }

    /// Something that counts once somebody for regulatory affairs has signed it too.
    ///
    /// @param what  "a later declaration of awareness"
    public record Waits(CaseNumber number, String title, String what, Instant since) {}
}
