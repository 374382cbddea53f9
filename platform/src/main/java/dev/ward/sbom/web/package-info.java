/// SBOMs and components for programs and for people.
@NullMarked
package dev.ward.sbom.web;

import org.jspecify.annotations.NullMarked;
