/// CPE names and their relations.
@NullMarked
package dev.ward.standards.cpe;

import org.jspecify.annotations.NullMarked;
