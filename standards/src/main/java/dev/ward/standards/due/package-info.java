/// What is due, to whom, by when, and why: clocks, calendars and sets of rules as data; facts in, dates
/// and states out.
@NullMarked
package dev.ward.standards.due;

import org.jspecify.annotations.NullMarked;
