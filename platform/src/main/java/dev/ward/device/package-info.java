/// The fielded units: what is installed on which, where they are, how that came to be, and where they were shipped.
@ApplicationModule(
        displayName = "Device",
        allowedDependencies = {"product", "customer", "audit", "identity", "web", "database", "job", "document", "table"
        })
@NullMarked
package dev.ward.device;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
