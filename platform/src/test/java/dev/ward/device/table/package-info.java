@NullMarked
package dev.ward.device.table;

import org.jspecify.annotations.NullMarked;
