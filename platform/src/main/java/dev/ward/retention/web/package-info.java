/// Pages and REST of retention.
@NullMarked
package dev.ward.retention.web;

import org.jspecify.annotations.NullMarked;
