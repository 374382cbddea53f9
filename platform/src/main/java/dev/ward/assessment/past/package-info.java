/// Tables of past decisions: mapped, checked and applied. What they say was decided elsewhere stays apart from what is
/// decided here.
@NullMarked
package dev.ward.assessment.past;

import org.jspecify.annotations.NullMarked;
