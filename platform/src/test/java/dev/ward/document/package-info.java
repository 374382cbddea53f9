@NullMarked
package dev.ward.document;

import org.jspecify.annotations.NullMarked;
