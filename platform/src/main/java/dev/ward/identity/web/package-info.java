/// Pages of people, tokens and sign-in.
@NullMarked
package dev.ward.identity.web;

import org.jspecify.annotations.NullMarked;
