/// Inspections: what an authority's inspector may see, for how long, and what was seen.
@ApplicationModule(
        displayName = "Inspection",
        allowedDependencies = {
            "product",
            "assessment",
            "handling",
            "regulation",
            "signature",
            "audit",
            "identity",
            "web",
            "database"
        })
@NullMarked
package dev.ward.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
