/// Reads SPDX 2.2 and 2.3 in JSON.
@NullMarked
package dev.ward.standards.spdx;

import org.jspecify.annotations.NullMarked;
