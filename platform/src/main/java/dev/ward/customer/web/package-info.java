/// The customers' pages and REST endpoints.
@NullMarked
package dev.ward.customer.web;

import org.jspecify.annotations.NullMarked;
