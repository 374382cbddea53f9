/// Tables that people send, row by row: text with delimiters, and workbooks of spreadsheets. What
/// cannot be read is told with its row, and the rows behind it are read. What imports of them share:
/// mappings of columns, notes on rows, the rows that are refused, and how far a file is.
@ApplicationModule(
        displayName = "Tables",
        allowedDependencies = {"document", "database", "job", "audit", "identity", "web"})
@NullMarked
package dev.ward.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
