package dev.ward.regulation;

import java.util.Map;

/// How many obligations there are behind each choice of a filter, while the other filters stay.
///
/// @param all     that the whole filter lets through
/// @param states  by word
/// @param owners  by the id of their account
public record ObligationCounts(
        long all,
        Map<String, Long> states,
        Map<String, Long> clocks,
        Map<String, Long> authorities,
        Map<String, Long> owners) {

    public ObligationCounts {
        states = Map.copyOf(states);
        clocks = Map.copyOf(clocks);
        authorities = Map.copyOf(authorities);
        owners = Map.copyOf(owners);
    }
}
