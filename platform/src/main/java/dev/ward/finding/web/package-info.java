@NullMarked
package dev.ward.finding.web;

import org.jspecify.annotations.NullMarked;
