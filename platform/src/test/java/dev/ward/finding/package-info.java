@NullMarked
package dev.ward.finding;

import org.jspecify.annotations.NullMarked;
