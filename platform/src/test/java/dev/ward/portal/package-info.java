@NullMarked
package dev.ward.portal;

import org.jspecify.annotations.NullMarked;
