/// What is in a product's software, whatever the format that said so.
@NullMarked
package dev.ward.standards.sbom;

import org.jspecify.annotations.NullMarked;
