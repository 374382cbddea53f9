/// Append-only, hash-chained trail of every act. Takes the actor as a value and knows nobody.
@NullMarked
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {})
package dev.ward.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
