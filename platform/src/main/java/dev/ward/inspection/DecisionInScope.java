package dev.ward.inspection;

import java.time.Instant;
import java.util.UUID;

/// An assessment that was decided and that an inspector may see, in all of its versions.
///
/// @param title  "CVE-2026-1 in Infusion pump"
public record DecisionInScope(UUID assessment, String title, Instant decided) {}
