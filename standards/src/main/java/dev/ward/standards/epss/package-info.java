/// FIRST's scores of exploit prediction.
@NullMarked
package dev.ward.standards.epss;

import org.jspecify.annotations.NullMarked;
