/// The pages and REST endpoints of essential performance.
@NullMarked
package dev.ward.performance.web;

import org.jspecify.annotations.NullMarked;
