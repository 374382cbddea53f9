/// What suppliers say of vulnerabilities in their products: VEX, in three formats.
@NullMarked
package dev.ward.standards.vex;

import org.jspecify.annotations.NullMarked;
