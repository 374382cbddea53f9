@NullMarked
package dev.ward.sbom.web;

import org.jspecify.annotations.NullMarked;
