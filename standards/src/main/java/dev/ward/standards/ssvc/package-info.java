/// Stakeholder-Specific Vulnerability Categorization: its decision tables, and what was selected of them.
@NullMarked
package dev.ward.standards.ssvc;

import org.jspecify.annotations.NullMarked;
