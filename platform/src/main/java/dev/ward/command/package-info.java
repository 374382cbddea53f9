/// The commands of `./ward` that need the platform: they open its database and start it whole or in
/// part.
@ApplicationModule(
        displayName = "Command",
        allowedDependencies = {"product", "sbom", "advisory", "device", "assessment", "correction", "home"})
@NullMarked
package dev.ward.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
