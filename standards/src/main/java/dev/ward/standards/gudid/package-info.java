/// Records of device identifiers as the FDA publishes them in GUDID.
@NullMarked
package dev.ward.standards.gudid;

import org.jspecify.annotations.NullMarked;
