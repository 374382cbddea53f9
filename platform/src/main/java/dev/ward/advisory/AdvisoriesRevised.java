package dev.ward.advisory;

/// Records, catalogue entries or scores were revised; `published_change_set` tells what is new.
///
/// @param upToChangeSet  every change set up to this one is committed
public record AdvisoriesRevised(long upToChangeSet) {}
