/// Pages and REST of the audit trail.
@NullMarked
package dev.ward.evidence.web;

import org.jspecify.annotations.NullMarked;
