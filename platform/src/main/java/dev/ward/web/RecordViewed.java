package dev.ward.web;

import java.util.UUID;

/// The page of a record is shown to somebody.
///
/// @param kind  as the audit trail names it: `case`, `signal`, `finding`
public record RecordViewed(String kind, UUID id) {}
