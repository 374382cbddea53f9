/// CISA's catalogue of known exploited vulnerabilities.
@NullMarked
package dev.ward.standards.kev;

import org.jspecify.annotations.NullMarked;
