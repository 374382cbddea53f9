@NullMarked
package dev.ward.sbom;

import org.jspecify.annotations.NullMarked;
