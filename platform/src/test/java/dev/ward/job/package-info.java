@NullMarked
package dev.ward.job;

import org.jspecify.annotations.NullMarked;
