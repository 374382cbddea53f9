package dev.ward.audit;

/// What a verification found, and how much it is worth: a chain alone cannot tell that its end was cut off.
///
/// @param heads       how many noted heads it was compared with
/// @param unreadable  lines of the notes that are no note, and were passed over
public record Proof(Verdict verdict, long heads, long unreadable) {}
