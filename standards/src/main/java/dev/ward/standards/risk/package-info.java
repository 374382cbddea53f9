/// How exploitable a vulnerability is, and whether the risk of patient harm is controlled: the tables that Ward ships.
@NullMarked
package dev.ward.standards.risk;

import org.jspecify.annotations.NullMarked;
