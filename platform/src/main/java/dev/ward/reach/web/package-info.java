/// Reach for people and programs: pages, REST, files.
@NullMarked
package dev.ward.reach.web;

import org.jspecify.annotations.NullMarked;
