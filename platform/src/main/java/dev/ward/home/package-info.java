/// The first page, the search over everything, and the description of the API. Nobody depends on it.
@ApplicationModule(
        displayName = "Home",
        allowedDependencies = {
            "identity",
            "web",
            "product",
            "advisory",
            "sbom",
            "finding",
            "customer",
            "device",
            "performance",
            "lifecycle",
            "handling",
            "portal",
            "assessment",
            "rule",
            "signature",
            "regulation",
            "correction",
            "report",
            "database"
        })
@NullMarked
package dev.ward.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
