package dev.ward.finding;

/// One statement of a record.
///
/// @param recordId  the record's row
/// @param number    from 0, in the record's order
record StatementId(long recordId, int number) {}
