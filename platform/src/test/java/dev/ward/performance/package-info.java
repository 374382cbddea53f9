@NullMarked
package dev.ward.performance;

import org.jspecify.annotations.NullMarked;
