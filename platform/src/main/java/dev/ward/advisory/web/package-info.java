/// Pages and REST of sources, imports and vulnerabilities.
@NullMarked
package dev.ward.advisory.web;

import org.jspecify.annotations.NullMarked;
