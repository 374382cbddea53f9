package dev.ward.sbom;

/// A part of an SBOM that could not be read, or was kept but departs from its format.
///
/// @param number    its place in the order of reading, from 1
/// @param location  in words
/// @param lost      true when the part itself was not read; false when it was kept and only marked
public record UnreadPart(int number, String location, String what, String reason, boolean lost) {}
