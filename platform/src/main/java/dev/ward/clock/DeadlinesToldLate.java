package dev.ward.clock;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Deadlines that went by while nobody was there to tell of it, and were told now. Published in the
/// transaction in which they are told.
public record DeadlinesToldLate(List<Late> all) {

    public DeadlinesToldLate {
        all = List.copyOf(all);
    }

    /// @param ownerKind  `case`
    /// @param due        the first instant that was too late
    /// @param told       when it was told
    public record Late(String ownerKind, UUID ownerId, String clock, Instant due, Instant told) {

        /// `told 3 h 12 min after the deadline, as Ward was not running`.
        public String words() {
            return String.valueOf(Lateness.words(due, due, told));
        }
    }
}
