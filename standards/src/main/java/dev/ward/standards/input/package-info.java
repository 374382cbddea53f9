/// Hostile input: bounded parsers, and what is said of parts that could not be read.
@NullMarked
package dev.ward.standards.input;

import org.jspecify.annotations.NullMarked;
