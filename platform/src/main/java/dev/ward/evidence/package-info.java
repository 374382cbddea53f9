/// What an inspector asks for, read from every front; nobody depends on it.
@NullMarked
@ApplicationModule(
        displayName = "Evidence",
        allowedDependencies = {"audit", "handling", "identity", "job", "web"})
package dev.ward.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
