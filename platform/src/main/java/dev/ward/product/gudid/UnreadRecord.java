package dev.ward.product.gudid;

/// A part of a file of the GUDID that could not be read as its format demands.
///
/// @param place   where in the file
/// @param what    what it is, in the format's words
/// @param reason  what is wrong with it
public record UnreadRecord(String place, String what, String reason) {}
