package dev.ward.inspection;

import dev.ward.handling.CaseNumber;
import java.time.Instant;

/// A case that an inspector may see.
public record CaseInScope(CaseNumber number, String title, Instant opened) {}
