package dev.ward.finding.web;

import dev.ward.finding.FindingFilter;
import dev.ward.finding.Findings;
import dev.ward.identity.Permission;
import dev.ward.web.Address;
import dev.ward.web.SearchResults;
import dev.ward.web.Words;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Leads from the search to the list of findings with the same words.
@Component
class FindingSearch implements SearchResults {

    private final Findings findings;

    FindingSearch(Findings findings) {
        this.findings = findings;
    }

    @Override
    public String title() {
        return "Findings";
    }

    @Override
    public String permission() {
        return Permission.FINDING_READ.name();
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public List<Hit> find(String text, int most) {
        long count = findings.count(new FindingFilter(null, null, null, null, null, Set.of(), null, false, text));
        String title = Words.bounded(count) + (count == 1 ? " finding" : " findings");
        String path = Address.of("/findings").with("q", text).toString();
        return count == 0 ? List.of() : List.of(new Hit(title, "not closed", path));
    }
}
