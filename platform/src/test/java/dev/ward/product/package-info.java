@NullMarked
package dev.ward.product;

import org.jspecify.annotations.NullMarked;
