/// Which vulnerabilities reach which components of which releases, since when, and why.
@ApplicationModule(
        displayName = "Finding",
        allowedDependencies = {"product", "sbom", "advisory"})
@NullMarked
package dev.ward.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
