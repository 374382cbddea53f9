/// The products' pages and REST endpoints.
@NullMarked
package dev.ward.product.web;

import org.jspecify.annotations.NullMarked;
