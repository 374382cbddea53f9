/// What customers see of their own, and what they say of it: a claim, until somebody of the manufacturer accepts it.
@ApplicationModule(
        displayName = "Portal",
        allowedDependencies = {
            "product",
            "customer",
            "device",
            "lifecycle",
            "sbom",
            "document",
            "audit",
            "identity",
            "web",
            "table",
            "database"
        })
@NullMarked
package dev.ward.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
