@NullMarked
package dev.ward.device.intake;

import org.jspecify.annotations.NullMarked;
