@NullMarked
package dev.ward.assessment;

import org.jspecify.annotations.NullMarked;
