/// How long records are kept, what holds them back, and the one way in which something personal is
/// taken out of them.
@ApplicationModule(
        displayName = "Retention",
        allowedDependencies = {
            "customer",
            "product",
            "lifecycle",
            "assessment",
            "handling",
            "regulation",
            "correction",
            "rule",
            "signature",
            "audit",
            "identity",
            "web",
            "database"
        })
@NullMarked
package dev.ward.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
