package dev.ward.regulation;

import java.util.List;
import java.util.UUID;

/// What is due was found anew for cases, as a fact was entered, something was decided, or time went by.
/// It is told within the transaction that found it.
///
/// @param cases  at most a few hundred
public record CasesEvaluated(List<UUID> cases) {

    public CasesEvaluated {
        cases = List.copyOf(cases);
    }
}
