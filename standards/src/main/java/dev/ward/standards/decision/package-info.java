/// Decision tables: which outcome each combination of values has, as data that is checked before it decides.
@NullMarked
package dev.ward.standards.decision;

import org.jspecify.annotations.NullMarked;
