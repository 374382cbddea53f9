/// TODO.
@NullMarked
package dev.ward.bench;

import org.jspecify.annotations.NullMarked;
