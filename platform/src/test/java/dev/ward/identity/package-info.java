@NullMarked
package dev.ward.identity;

import org.jspecify.annotations.NullMarked;
