@NullMarked
package dev.ward.report.web;

import org.jspecify.annotations.NullMarked;
