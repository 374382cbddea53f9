package dev.ward.standards.udi;

/// One part of a UDI as its agency's standard cuts it.
///
/// @param identifier  GS1: the application identifier, `17`; HIBCC: `+`, `$`, `$$3`, `S`, `16D`; ICCBBA: `=/`, `=>`
/// @param title       what it holds, in the standard's words: `USE BY or EXPIRY`
/// @param value       as it was written, without the identifier
public record DataElement(String identifier, String title, String value) {}
