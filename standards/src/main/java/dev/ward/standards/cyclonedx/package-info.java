/// Reads CycloneDX 1.2 to 1.7, in JSON and XML.
@NullMarked
package dev.ward.standards.cyclonedx;

import org.jspecify.annotations.NullMarked;
