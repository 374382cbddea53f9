/// CVE records.
@NullMarked
package dev.ward.standards.cve;

import org.jspecify.annotations.NullMarked;
