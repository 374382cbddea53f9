package dev.ward.assessment.past;

/// A word of a file that nobody has explained yet.
///
/// @param word   in small letters
/// @param times  how many rows have it
public record StrangeWord(PastField field, String word, long times) {}
