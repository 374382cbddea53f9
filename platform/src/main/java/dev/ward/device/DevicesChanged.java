package dev.ward.device;

/// Devices changed, up to this change set; told after the commit.
///
/// @param upToChangeSet  `change_set` of `device.published_history` and `device.published_device`
public record DevicesChanged(long upToChangeSet) {}
