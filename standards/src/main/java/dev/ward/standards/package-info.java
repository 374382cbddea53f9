/// What the specifications say: identities, version order, documents, and how they meet.
@NullMarked
package dev.ward.standards;

import org.jspecify.annotations.NullMarked;
