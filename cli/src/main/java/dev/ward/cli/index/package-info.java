/// The prepared index: vulnerability sources in a file that is looked up without being read as a whole.
@NullMarked
package dev.ward.cli.index;

import org.jspecify.annotations.NullMarked;
