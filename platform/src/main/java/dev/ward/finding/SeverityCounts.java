package dev.ward.finding;

import dev.ward.standards.cvss.SeverityRating;
import java.util.Map;

/// How many findings there are of each severity.
public record SeverityCounts(Map<SeverityRating, Long> counts) {

    public SeverityCounts {
        counts = Map.copyOf(counts);
    }

    public long of(SeverityRating rating) {
        return counts.getOrDefault(rating, 0L);
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
