@NullMarked
package dev.ward.regulation.web;

import org.jspecify.annotations.NullMarked;
