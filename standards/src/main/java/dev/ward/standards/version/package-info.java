/// The order of versions in each ecosystem, sort keys that carry it, and version ranges (VERS).
@NullMarked
package dev.ward.standards.version;

import org.jspecify.annotations.NullMarked;
