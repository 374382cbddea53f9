/// CVSS vectors and scores.
@NullMarked
package dev.ward.standards.cvss;

import org.jspecify.annotations.NullMarked;
