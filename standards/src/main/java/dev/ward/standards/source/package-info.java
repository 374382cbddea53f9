/// What the readers of vulnerability sources share: a record's tree, and what of it could not be read.
@NullMarked
package dev.ward.standards.source;

import org.jspecify.annotations.NullMarked;
