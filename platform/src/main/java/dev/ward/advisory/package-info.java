/// What the world says of vulnerabilities: sources and when they were heard, records, vulnerabilities.
@ApplicationModule(
        displayName = "Advisories",
        allowedDependencies = {"audit", "database", "document", "identity", "job", "web"})
@NullMarked
package dev.ward.advisory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
