@NullMarked
package dev.ward.advisory;

import org.jspecify.annotations.NullMarked;
