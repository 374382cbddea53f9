@NullMarked
package dev.ward.device;

import org.jspecify.annotations.NullMarked;
