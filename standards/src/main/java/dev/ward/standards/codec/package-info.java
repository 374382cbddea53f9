/// Records and what they say is affected as bytes, small and quick to read in part, for whoever keeps them.
@NullMarked
package dev.ward.standards.codec;

import org.jspecify.annotations.NullMarked;
