package dev.ward.assessment.web;

import dev.ward.assessment.past.PastField;

/// A word of a file whose meaning is asked for.
///
/// @param name   in the form
/// @param times  in how many rows it was not known; 0 when it is explained
public record AskedWord(String name, PastField field, String word, long times) {}
