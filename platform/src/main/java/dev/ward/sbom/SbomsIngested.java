package dev.ward.sbom;

/// Snapshots up to this one are readable; told after their commit, and again when a job is run again.
///
/// @param upToSequence  `sequence` of `sbom.published_snapshot`
public record SbomsIngested(long upToSequence) {}
