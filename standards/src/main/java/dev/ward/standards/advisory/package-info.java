/// What the world says of vulnerabilities, whatever the format that said so.
@NullMarked
package dev.ward.standards.advisory;

import org.jspecify.annotations.NullMarked;
