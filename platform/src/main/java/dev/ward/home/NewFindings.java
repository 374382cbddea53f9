package dev.ward.home;

import dev.ward.finding.FindingFilter;
import dev.ward.finding.Findings;
import dev.ward.identity.Permission;
import dev.ward.web.HomePart;
import dev.ward.web.SortOrder;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What was found last, on the first page.
@Component
class NewFindings implements HomePart {

    private static final int SHOWN = 8;
    private static final SortOrder NEWEST = SortOrder.descending("opened");

    private final Findings findings;

    NewFindings(Findings findings) {
        this.findings = findings;
    }

    @Override
    public String title() {
        return "Newest findings";
    }

    @Override
    public String view() {
        return "home/new-findings";
    }

    @Override
    public Map<String, Object> model() {
        long count = findings.count(FindingFilter.NONE);
        String open = count > Findings.MOST_COUNTED ? "10,000+" : String.format(Locale.ROOT, "%,d", count);
        return Map.of(
                "findings",
                findings.list(FindingFilter.NONE, NEWEST, null, SHOWN).items(),
                "open",
                open);
    }

    @Override
    public String permission() {
        return Permission.FINDING_READ.name();
    }

    @Override
    public int order() {
        return 10;
    }
}
