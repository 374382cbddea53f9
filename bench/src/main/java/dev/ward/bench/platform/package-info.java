/// Measures a whole server over REST, as a user's program would: uploads, imports, propagation, lists, start, memory.
@NullMarked
package dev.ward.bench.platform;

import org.jspecify.annotations.NullMarked;
