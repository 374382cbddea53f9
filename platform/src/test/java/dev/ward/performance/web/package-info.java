@NullMarked
package dev.ward.performance.web;

import org.jspecify.annotations.NullMarked;
