@NullMarked
package dev.ward.assessment.screening;

import org.jspecify.annotations.NullMarked;
