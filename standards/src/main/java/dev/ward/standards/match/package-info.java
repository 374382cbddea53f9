/// How advisories hit components: keys, ranges, configurations, and the explanation of each match.
@NullMarked
package dev.ward.standards.match;

import org.jspecify.annotations.NullMarked;
