@NullMarked
package dev.ward.evidence;

import org.jspecify.annotations.NullMarked;
