/// Pages and REST of inspections.
@NullMarked
package dev.ward.inspection.web;

import org.jspecify.annotations.NullMarked;
