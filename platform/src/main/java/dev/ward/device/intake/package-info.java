/// Devices by the thousand: files with a row each, which are mapped, checked and applied, and what service systems and
/// devices report of themselves.
@NullMarked
package dev.ward.device.intake;

import org.jspecify.annotations.NullMarked;
