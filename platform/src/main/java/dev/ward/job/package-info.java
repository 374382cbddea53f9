/// Long work: steps, progress, resumption, result.
@ApplicationModule(
        displayName = "Jobs",
        allowedDependencies = {"audit", "database", "identity", "web"})
@NullMarked
package dev.ward.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
