package dev.ward.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That a person agreed to a kind of notice.
///
/// @param withdrawn  null as long as it holds
public record Consent(
        NoticeKind kind, Instant given, @Nullable Instant withdrawn) {}
