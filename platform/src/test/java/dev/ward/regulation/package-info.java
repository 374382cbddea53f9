@NullMarked
package dev.ward.regulation;

import org.jspecify.annotations.NullMarked;
