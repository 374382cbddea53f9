package dev.ward.finding;

import java.time.Instant;

/// What a person wrote at a finding.
public record Note(Instant at, String author, String text) {}
