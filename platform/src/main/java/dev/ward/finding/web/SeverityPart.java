package dev.ward.finding.web;

import dev.ward.finding.FindingCounts;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.web.HomePart;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Open findings of each product by severity, on the first page.
@Component
class SeverityPart implements HomePart {

    private final FindingCounts counts;
    private final Visibility visibility;

    SeverityPart(FindingCounts counts, Visibility visibility) {
        this.counts = counts;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Open findings by product";
    }

    @Override
    public String view() {
        return "finding/severity-chart";
    }

    @Override
    public @Nullable Map<String, Object> model() {
        SeverityChart chart = SeverityChart.of(counts.byProduct(visibility.reader()));
        return chart == null ? null : Map.of("chart", chart);
    }

    @Override
    public String permission() {
        return Permission.FINDING_READ.name();
    }

    @Override
    public int order() {
        return 20;
    }
}
