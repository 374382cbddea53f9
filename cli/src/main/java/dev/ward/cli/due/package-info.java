/// `ward due`: what is due by the facts of one case.
@NullMarked
package dev.ward.cli.due;

import org.jspecify.annotations.NullMarked;
