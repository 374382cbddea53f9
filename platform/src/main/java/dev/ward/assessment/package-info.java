/// What vulnerabilities mean for patients: where they are, how exploitable they are, what harm they can do, and
/// whether the risk is controlled. Signed by the disciplines that must.
@ApplicationModule(
        displayName = "Assessment",
        allowedDependencies = {
            "product",
            "performance",
            "advisory",
            "sbom",
            "finding",
            "rule",
            "signature",
            "audit",
            "identity",
            "job",
            "document",
            "table",
            "web",
            "document",
            "device",
            "database"
        })
@NullMarked
package dev.ward.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
