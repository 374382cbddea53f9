/// What a model must never stop doing: its essential functions, hazardous situations and harms, and
/// which components
/// and interfaces they depend on.
@ApplicationModule(
        displayName = "Essential performance",
        allowedDependencies = {"product", "sbom", "signature", "database"})
@NullMarked
package dev.ward.performance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
