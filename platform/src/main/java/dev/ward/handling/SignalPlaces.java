package dev.ward.handling;

import java.util.List;

/// Where a signal is and ever was, whoever may see it.
///
/// @param cases    that it is or was in, and those that were merged into them
/// @param signals  that it repeats or was said to repeat
public record SignalPlaces(List<CaseNumber> cases, List<SignalId> signals) {

    public SignalPlaces {
        cases = List.copyOf(cases);
        signals = List.copyOf(signals);
    }
}
