/// Advisories in the OSV format.
@NullMarked
package dev.ward.standards.osv;

import org.jspecify.annotations.NullMarked;
