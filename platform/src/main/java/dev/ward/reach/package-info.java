/// Which devices, at which sites, of which customers, in which countries a vulnerability, component, release or
/// configuration reaches. Keeps nothing: it answers from what the other modules publish.
@ApplicationModule(
        displayName = "Reach",
        allowedDependencies = {"product", "customer", "device", "sbom", "advisory", "finding", "assessment"})
@NullMarked
package dev.ward.reach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
