package dev.ward.handling;

import java.time.Instant;
import java.util.UUID;

/// A file that was put to a case.
public record CaseFile(UUID id, String name, String sha256, long size, Instant added, String by) {}
