package dev.ward.performance;

/// Versions were approved; told after their commit.
///
/// @param upToSequence  `sequence` of `performance.published_version`: every version up to this one is committed
public record EssentialPerformanceApproved(long upToSequence) {}
