/// The NVD's records of CVEs.
@NullMarked
package dev.ward.standards.nvd;

import org.jspecify.annotations.NullMarked;
