@NullMarked
package dev.ward.customer;

import org.jspecify.annotations.NullMarked;
