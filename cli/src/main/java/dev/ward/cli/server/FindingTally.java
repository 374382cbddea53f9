package dev.ward.cli.server;

import dev.ward.cli.scan.FailOn;
import dev.ward.standards.cvss.SeverityRating;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// How many open findings a release has, by severity. Candidates by name are no findings yet.
final class FindingTally {

    private static final List<SeverityRating> GRAVEST_FIRST = List.of(
            SeverityRating.CRITICAL,
            SeverityRating.HIGH,
            SeverityRating.MEDIUM,
            SeverityRating.LOW,
            SeverityRating.NONE,
            SeverityRating.UNKNOWN);

    private final Map<SeverityRating, Integer> counts = new EnumMap<>(SeverityRating.class);
    private int exploited;

    private FindingTally() {}

    static FindingTally of(WardServer server, String release) throws IOException {
        FindingTally tally = new FindingTally();
        server.each("/api/v1/findings?state=open&release=" + release, tally::count);
        return tally;
    }

    private void count(JsonNode finding) {
        SeverityRating rating = SeverityRating.valueOf(
                finding.path("severity").asString("unknown").toUpperCase(Locale.ROOT));
        counts.merge(rating, 1, Integer::sum);
        exploited += finding.path("kev").isObject() ? 1 : 0;
    }

    boolean reaches(FailOn level) {
        return exploited > 0 || counts.keySet().stream().anyMatch(rating -> level.isMetBy(rating, false));
    }

    /// `12 open findings: 2 critical, 10 high; 1 known exploited`
    String words() {
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        List<String> parts = new ArrayList<>();
        for (SeverityRating rating : GRAVEST_FIRST) {
            if (counts.containsKey(rating)) {
                parts.add(counts.get(rating) + " " + rating.name().toLowerCase(Locale.ROOT));
            }
        }
        return "%d open finding%s%s%s"
                .formatted(
                        total,
                        total == 1 ? "" : "s",
                        parts.isEmpty() ? "" : ": " + String.join(", ", parts),
                        exploited == 0 ? "" : "; " + exploited + " known exploited");
    }
}
