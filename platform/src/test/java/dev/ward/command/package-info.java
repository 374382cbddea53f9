@NullMarked
package dev.ward.command;

import org.jspecify.annotations.NullMarked;
