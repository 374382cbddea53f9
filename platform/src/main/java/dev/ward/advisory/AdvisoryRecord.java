package dev.ward.advisory;

import dev.ward.standards.advisory.Advisory;
import dev.ward.standards.advisory.Affected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one source tells of a vulnerability.
///
/// @param state      `PUBLISHED`, `WITHDRAWN` or `REJECTED`
/// @param modified   when the source last changed it; null when it does not say
/// @param first      when Ward first heard it
/// @param revised    when Ward heard its present content
/// @param affected   the first of what it says is affected
/// @param more       how many more there are
public record AdvisoryRecord(
        String source,
        String name,
        String state,
        Advisory head,
        @Nullable Instant modified,
        Instant first,
        Instant revised,
        List<Affected> affected,
        long more) {}
