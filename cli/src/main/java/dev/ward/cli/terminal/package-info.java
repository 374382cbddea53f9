/// What the user sees of the program beside its output: exit codes, width, colour, progress.
@NullMarked
package dev.ward.cli.terminal;

import org.jspecify.annotations.NullMarked;
