package dev.ward.job;

import java.time.Instant;

/// Something that a job did, and when it began with it.
public record JobStep(String words, Instant begun) {}
