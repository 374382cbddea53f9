/// Tables of past decisions on corrections and removals: mapped, checked and applied. What they say was
/// decided elsewhere stays apart from what is decided here.
@NullMarked
package dev.ward.correction.past;

import org.jspecify.annotations.NullMarked;
