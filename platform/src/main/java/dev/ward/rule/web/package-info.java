/// Pages and REST of the rules that decide.
@NullMarked
package dev.ward.rule.web;

import org.jspecify.annotations.NullMarked;
