package dev.ward.retention;

import org.jspecify.annotations.Nullable;

/// How long records of one kind are kept, and who says so.
///
/// @param afterLife    years after the end of the device's expected life; null where it does not count
/// @param afterRecord  years after the record was closed or decided; null where it does not count
/// @param afterSale    years after the last device was placed on the market; null where it does not
///                     count
/// @param checked      whether somebody has read it in the source itself
record RetentionClass(
        String name,
        RecordKind kind,
        @Nullable Integer afterLife,
        @Nullable Integer afterRecord,
        @Nullable Integer afterSale,
        String source,
        boolean checked) {}
