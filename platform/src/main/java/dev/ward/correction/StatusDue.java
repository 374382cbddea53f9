package dev.ward.correction;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// When the next status report of a recall is due.
///
/// @param day  null when none is, or it cannot be said
/// @param why  in a sentence
public record StatusDue(@Nullable LocalDate day, String why) {}
