/// What Ward sends by e-mail: kept until a server has taken it, each once.
@ApplicationModule(
        displayName = "Mail",
        allowedDependencies = {"audit", "identity", "web", "database"})
@NullMarked
package dev.ward.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
