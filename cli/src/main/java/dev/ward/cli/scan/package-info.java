/// `ward scan`: SBOMs in, findings out, offline.
@NullMarked
package dev.ward.cli.scan;

import org.jspecify.annotations.NullMarked;
