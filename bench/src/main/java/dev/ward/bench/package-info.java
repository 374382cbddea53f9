/// Measurements. Figures go to `docs/reference/performance.md`.
@NullMarked
package dev.ward.bench;

import org.jspecify.annotations.NullMarked;
