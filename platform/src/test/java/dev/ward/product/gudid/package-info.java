@NullMarked
package dev.ward.product.gudid;

import org.jspecify.annotations.NullMarked;
