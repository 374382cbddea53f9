package dev.ward.standards.due;

import java.time.Instant;
import java.util.List;

/// What is due as of an instant.
///
/// @param clocks   those that run or ran, the one that ends first before the others
/// @param waiting  those that would run, were they started
/// @param later    how many facts lie after the instant and do not count yet
public record DueResult(
        Instant at,
        DueFacts facts,
        List<RunningClock> clocks,
        List<Waiting> waiting,
        List<RuleSetResult> ruleSets,
        List<NotAsked> notAsked,
        int later) {

    public DueResult {
        clocks = List.copyOf(clocks);
        waiting = List.copyOf(waiting);
        ruleSets = List.copyOf(ruleSets);
        notAsked = List.copyOf(notAsked);
    }

    /// @param ruleSet  its id
    public record Waiting(ClockRule rule, String ruleSet, String because) {}

    /// A set of rules that was not asked, and why.
    public record NotAsked(String id, String version, String because) {}
}
