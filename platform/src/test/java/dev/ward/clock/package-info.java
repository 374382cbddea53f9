@NullMarked
package dev.ward.clock;

import org.jspecify.annotations.NullMarked;
