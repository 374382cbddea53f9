package dev.ward.customer.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That a person agrees to a kind of notice.
///
/// @param since  null for now
record ConsentBody(String kind, @Nullable Instant since) {}
