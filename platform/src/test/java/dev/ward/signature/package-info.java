@NullMarked
package dev.ward.signature;

import org.jspecify.annotations.NullMarked;
