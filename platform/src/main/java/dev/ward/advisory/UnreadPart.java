package dev.ward.advisory;

/// A part of a document that could not be read as its format demands. The document itself is kept.
///
/// @param input   the file, or the file in an archive
/// @param place   line and column, JSON pointer
/// @param what    in the format's own words, with an id where there is one
/// @param reason  what is wrong with it, with the offending value in quotes
/// @param lost    false when the part was kept, and only marked
public record UnreadPart(String input, String place, String what, String reason, boolean lost) {}
