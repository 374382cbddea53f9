@NullMarked
package dev.ward.correction.web;

import org.jspecify.annotations.NullMarked;
