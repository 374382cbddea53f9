@NullMarked
package dev.ward.report;

import org.jspecify.annotations.NullMarked;
