/// The PostgreSQL that everything lives in: the user's own, or one that Ward brings and runs itself.
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {})
@NullMarked
package dev.ward.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
