@NullMarked
package dev.ward.mail.web;

import org.jspecify.annotations.NullMarked;
