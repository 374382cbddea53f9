/// What the FDA publishes of device identifiers (GUDID): files of it, and what they say of ours.
@NullMarked
package dev.ward.product.gudid;

import org.jspecify.annotations.NullMarked;
