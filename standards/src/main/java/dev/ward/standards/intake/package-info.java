/// Files of any kind that Ward reads, told apart by their content.
@NullMarked
package dev.ward.standards.intake;

import org.jspecify.annotations.NullMarked;
