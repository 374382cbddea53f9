@NullMarked
package dev.ward.handling;

import org.jspecify.annotations.NullMarked;
