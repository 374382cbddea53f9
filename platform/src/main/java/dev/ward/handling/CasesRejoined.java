package dev.ward.handling;

import java.util.Set;
import java.util.UUID;

/// Cases were merged, or one was taken out of another again: what is known of one counts for another from
/// now on, or no more. Published in the transaction in which that happens.
public record CasesRejoined(Set<UUID> cases) {

    public CasesRejoined {
        cases = Set.copyOf(cases);
    }
}
