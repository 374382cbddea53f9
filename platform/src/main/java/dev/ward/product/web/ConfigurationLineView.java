package dev.ward.product.web;

import dev.ward.product.ConfigurationLine;
import dev.ward.product.ConfigurationStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A configuration in a list, as the API shows it.
///
/// @param bearer    of what it is one
/// @param releases  the names of those that run in it
record ConfigurationLineView(
        UUID id,
        String name,
        String bearer,
        ConfigurationStatus status,
        @Nullable String releases,
        int platforms) {

    static ConfigurationLineView from(ConfigurationLine line) {
        return new ConfigurationLineView(
                line.id().value(), line.name(), line.bearer(), line.status(), line.releases(), line.platforms());
    }
}
