@NullMarked
package dev.ward.inspection;

import org.jspecify.annotations.NullMarked;
