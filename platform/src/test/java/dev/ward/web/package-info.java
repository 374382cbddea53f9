@NullMarked
package dev.ward.web;

import org.jspecify.annotations.NullMarked;
