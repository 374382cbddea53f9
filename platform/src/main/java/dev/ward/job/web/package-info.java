/// Pages and REST of jobs.
@NullMarked
package dev.ward.job.web;

import org.jspecify.annotations.NullMarked;
