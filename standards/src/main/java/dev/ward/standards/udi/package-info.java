/// Unique device identifiers of GS1, HIBCC and ICCBBA: read, checked, printed.
@NullMarked
package dev.ward.standards.udi;

import org.jspecify.annotations.NullMarked;
