package dev.ward.portal;

import dev.ward.lifecycle.Stage;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// From when on a stage of a release holds, as a customer is told it.
///
/// @param market     its name; null for all markets
/// @param announced  null when it has begun without an announcement
/// @param begun      whether that day has come
public record OwnDate(
        Stage stage, @Nullable String market, @Nullable LocalDate announced, LocalDate effective, boolean begun) {}
