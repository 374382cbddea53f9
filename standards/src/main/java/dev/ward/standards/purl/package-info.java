/// Package URLs and the rules of their types.
@NullMarked
package dev.ward.standards.purl;

import org.jspecify.annotations.NullMarked;
