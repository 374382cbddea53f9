/// Tables that people send, row by row: text with delimiters, and workbooks of spreadsheets. What cannot be read is
/// told with its row, and the rows behind it are read.
@NullMarked
package dev.ward.device.table;

import org.jspecify.annotations.NullMarked;
