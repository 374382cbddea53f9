/// The description of the API, made from its endpoints and records.
@NullMarked
package dev.ward.home.openapi;

import org.jspecify.annotations.NullMarked;
