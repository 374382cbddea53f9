@NullMarked
package dev.ward.reach;

import org.jspecify.annotations.NullMarked;
