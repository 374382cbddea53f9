/// What every page and every REST endpoint shares: the frame around a page, problems, slices, cursors, the API's
/// description.
@ApplicationModule(
        displayName = "Web",
        allowedDependencies = {})
@NullMarked
package dev.ward.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
