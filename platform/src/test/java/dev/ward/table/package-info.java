@NullMarked
package dev.ward.table;

import org.jspecify.annotations.NullMarked;
