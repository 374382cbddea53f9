package dev.ward.table;

/// What only a comparison with all other rows and with what is known tells of a row.
///
/// @param field   that it is said of
/// @param reason  for people, behind the row's value
public record Compared<R extends Enum<R> & RowRule, F extends Enum<F> & TableField>(R rule, F field, String reason) {}
