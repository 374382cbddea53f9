@NullMarked
package dev.ward.audit;

import org.jspecify.annotations.NullMarked;
