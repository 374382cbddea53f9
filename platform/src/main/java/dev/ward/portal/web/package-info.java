@NullMarked
package dev.ward.portal.web;

import org.jspecify.annotations.NullMarked;
