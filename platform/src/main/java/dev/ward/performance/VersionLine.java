package dev.ward.performance;

/// An approved version in a list.
///
/// @param functions  how many it has
public record VersionLine(int number, boolean inForce, int functions, Approval approval) {}
