@NullMarked
package dev.ward.retention;

import org.jspecify.annotations.NullMarked;
