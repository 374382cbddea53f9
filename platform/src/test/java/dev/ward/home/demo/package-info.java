@NullMarked
package dev.ward.home.demo;

import org.jspecify.annotations.NullMarked;
