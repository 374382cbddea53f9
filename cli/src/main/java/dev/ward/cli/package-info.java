/// The commands of `./ward`.
@NullMarked
package dev.ward.cli;

import org.jspecify.annotations.NullMarked;
