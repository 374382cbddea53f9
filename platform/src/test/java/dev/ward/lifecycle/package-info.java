@NullMarked
package dev.ward.lifecycle;

import org.jspecify.annotations.NullMarked;
