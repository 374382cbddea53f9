/// Tables that people send, row by row: text with delimiters, and workbooks of spreadsheets. What cannot be read is
/// told with its row, and the rows behind it are read.
@ApplicationModule(
        displayName = "Tables",
        allowedDependencies = {})
@NullMarked
package dev.ward.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
