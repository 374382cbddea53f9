/// Electronic signatures: they bind a person, a meaning and an instant to one state of a record.
@ApplicationModule(
        displayName = "Electronic signatures",
        allowedDependencies = {"audit", "identity", "web", "database"})
@NullMarked
package dev.ward.signature;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
