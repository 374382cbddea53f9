/// Deadlines as their owners found them: when each warns, when it is over, and that it was told once.
@ApplicationModule(
        displayName = "Clock",
        allowedDependencies = {"database", "identity", "audit", "web"})
@NullMarked
package dev.ward.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
