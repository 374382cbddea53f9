/// MITRE's rubric for applying CVSS to medical devices.
@NullMarked
package dev.ward.standards.rubric;

import org.jspecify.annotations.NullMarked;
