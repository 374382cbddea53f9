@NullMarked
package dev.ward.home;

import org.jspecify.annotations.NullMarked;
