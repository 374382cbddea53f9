/// What the manufacturer makes: products in families, their models, their releases.
@ApplicationModule(
        displayName = "Product",
        allowedDependencies = {"audit", "identity", "web", "database", "job", "document"})
@NullMarked
package dev.ward.product;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
