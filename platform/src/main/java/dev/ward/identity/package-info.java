/// People, API tokens, roles, permissions, visibility, sign-in.
@NullMarked
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"audit", "web", "database"})
package dev.ward.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
