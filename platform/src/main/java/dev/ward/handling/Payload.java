package dev.ward.handling;

/// What came with a signal, byte for byte.
///
/// @param name    as the sender called it
/// @param sha256  by which `document` keeps it
/// @param size    in bytes
public record Payload(String name, String sha256, long size) {}
