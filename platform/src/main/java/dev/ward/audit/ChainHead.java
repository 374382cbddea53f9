package dev.ward.audit;

/// The newest entry of a chain. Noted elsewhere, it proves later that nothing was cut off.
///
/// @param seq   number of the entry, which is also the number of entries; 0 for an empty chain
/// @param hash  its hash in hexadecimal
public record ChainHead(long seq, String hash) {}
