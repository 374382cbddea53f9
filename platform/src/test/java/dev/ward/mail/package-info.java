@NullMarked
package dev.ward.mail;

import org.jspecify.annotations.NullMarked;
