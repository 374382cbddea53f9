/// The lifecycle's pages and REST endpoints.
@NullMarked
package dev.ward.lifecycle.web;

import org.jspecify.annotations.NullMarked;
