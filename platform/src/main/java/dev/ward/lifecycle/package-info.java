/// From conception to disposal: the stages of releases on their markets, the gates between them, end of support,
/// decommissioning.
@ApplicationModule(
        displayName = "Lifecycle",
        allowedDependencies = {
            "product",
            "sbom",
            "finding",
            "assessment",
            "customer",
            "performance",
            "device",
            "signature",
            "audit",
            "identity",
            "web",
            "database"
        })
@NullMarked
package dev.ward.lifecycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
