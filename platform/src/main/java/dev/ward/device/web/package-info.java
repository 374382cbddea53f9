/// The devices' pages and REST endpoints.
@NullMarked
package dev.ward.device.web;

import org.jspecify.annotations.NullMarked;
