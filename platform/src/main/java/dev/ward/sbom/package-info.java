/// What is in the software of our releases: SBOMs as they arrived, the components that they list, and
/// where each is.
@NullMarked
@ApplicationModule(
        displayName = "SBOMs",
        allowedDependencies = {"product", "database"})
package dev.ward.sbom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
