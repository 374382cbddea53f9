/// Reads a document by what it is, whatever it is called.
@NullMarked
package dev.ward.standards.intake;

import org.jspecify.annotations.NullMarked;
