@NullMarked
package dev.ward.database;

import org.jspecify.annotations.NullMarked;
