@NullMarked
package dev.ward.e2e;

import org.jspecify.annotations.NullMarked;
