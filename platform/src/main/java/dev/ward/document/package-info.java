/// What arrived, byte for byte, found by its SHA-256.
@ApplicationModule(
        displayName = "Documents",
        allowedDependencies = {"database"})
@NullMarked
package dev.ward.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
