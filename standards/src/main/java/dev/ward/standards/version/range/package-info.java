/// Version ranges in each ecosystem's own notation, read as VERS.
@NullMarked
package dev.ward.standards.version.range;

import org.jspecify.annotations.NullMarked;
