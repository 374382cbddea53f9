package dev.ward.performance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What has been said of a component of one model.
public sealed interface ComponentStanding {

    Subject subject();

    /// Functions depend on it.
    record Depended(Subject subject, HarmPath path) implements ComponentStanding {}

    /// Somebody said that no function depends on it.
    record Apart(Subject subject, String why, String author, Instant since) implements ComponentStanding {}

    /// Nobody has said anything: every function of the model may depend on it.
    ///
    /// @param worst  what the loss of any of them can do; null when no function is described yet
    record Open(Subject subject, @Nullable HarmSeverity worst) implements ComponentStanding {}
}
