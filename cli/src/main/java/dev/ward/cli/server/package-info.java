/// The commands that speak with a Ward server; the only ones that use a network.
@NullMarked
package dev.ward.cli.server;

import org.jspecify.annotations.NullMarked;
