/// The tables and policies that decide, as controlled documents: written, signed by the disciplines that
/// must, in force, superseded, never lost.
@ApplicationModule(
        displayName = "Rules",
        allowedDependencies = {"signature", "audit", "identity", "web", "database"})
@NullMarked
package dev.ward.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
