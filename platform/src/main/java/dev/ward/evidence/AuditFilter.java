package dev.ward.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which entries to list. Null asks for all.
///
/// @param actor        the actor's id
/// @param subjectType  `product`
/// @param subject      the subject's id
/// @param what         the whole name of an act, `product.created`
/// @param from         first instant
/// @param to           the instant before which the acts were
public record AuditFilter(
        @Nullable String actor,
        @Nullable String subjectType,
        @Nullable String subject,
        @Nullable String what,
        @Nullable Instant from,
        @Nullable Instant to) {

    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null);
}
