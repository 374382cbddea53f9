@NullMarked
package dev.ward.correction;

import org.jspecify.annotations.NullMarked;
