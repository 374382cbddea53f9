/// Page and REST of the time source beside signatures.
@NullMarked
package dev.ward.signature.web;

import org.jspecify.annotations.NullMarked;
