@NullMarked
package dev.ward;

import org.jspecify.annotations.NullMarked;
