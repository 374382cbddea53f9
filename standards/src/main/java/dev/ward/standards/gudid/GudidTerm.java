package dev.ward.standards.gudid;

import org.jspecify.annotations.Nullable;

/// A code with its name: a term of the GMDN, or a product code of the FDA.
///
/// @param code  null where only the name is published, as for most terms of the GMDN
///
/// Source: FDA, GUDID data elements reference table.
public record GudidTerm(@Nullable String code, String name) {}
