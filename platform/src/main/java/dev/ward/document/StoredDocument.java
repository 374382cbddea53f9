package dev.ward.document;

/// A document that is kept.
///
/// @param sha256  over its bytes, 64 hexadecimal digits
/// @param size    in bytes
public record StoredDocument(String sha256, long size) {}
