package dev.ward.finding.web;

import dev.ward.finding.FindingCounts;
import dev.ward.finding.FindingFilter;
import dev.ward.finding.FindingState;
import dev.ward.finding.Findings;
import dev.ward.identity.Permission;
import dev.ward.web.HomePart;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Findings that opened and closed lately, on the first page.
@Component
class LatelyPart implements HomePart {

    private static final int DAYS = 7;
    private static final int SHOWN = 5;

    private final Findings findings;
    private final FindingCounts counts;
    private final Clock clock;

    LatelyPart(Findings findings, FindingCounts counts, Clock clock) {
        this.findings = findings;
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    public String title() {
        return "Changed in the last %d days".formatted(DAYS);
    }

    @Override
    public String view() {
        return "finding/lately";
    }

    @Override
    public Map<String, Object> model() {
        LocalDate since = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS);
        return Map.of(
                "all",
                findings.count(FindingFilter.NONE),
                "since",
                since.toString(),
                "opened",
                findings.count(lately(since, Set.of())),
                "closed",
                findings.count(lately(since, Set.of(FindingState.CLOSED))),
                "changes",
                counts.changes(since.atStartOfDay(ZoneOffset.UTC).toInstant(), SHOWN));
    }

    private static FindingFilter lately(LocalDate since, Set<FindingState> states) {
        return new FindingFilter(null, null, null, null, since, states, null, false, null);
    }

    @Override
    public String permission() {
        return Permission.FINDING_READ.name();
    }

    @Override
    public int order() {
        return 30;
    }
}
