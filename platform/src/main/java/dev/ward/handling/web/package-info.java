/// The pages and REST endpoints of signals and cases.
@NullMarked
package dev.ward.handling.web;

import org.jspecify.annotations.NullMarked;
