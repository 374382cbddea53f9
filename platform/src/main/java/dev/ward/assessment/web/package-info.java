@NullMarked
package dev.ward.assessment.web;

import org.jspecify.annotations.NullMarked;
