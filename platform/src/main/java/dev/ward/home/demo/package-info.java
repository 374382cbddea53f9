/// The story that the demo portfolio tells of its products: where they are, what they must never stop
/// doing, and how they age.
@NullMarked
package dev.ward.home.demo;

import org.jspecify.annotations.NullMarked;
