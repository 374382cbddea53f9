package dev.ward.finding.web;

import dev.ward.finding.FindingFilter;
import dev.ward.finding.FindingState;
import dev.ward.finding.Findings;
import dev.ward.identity.Permission;
import dev.ward.web.Waiting;
import dev.ward.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Candidates wait for a person who says whether they are findings, and what lost its source for one who closes it.
@Component
class Candidates implements Waiting {

    private final Findings findings;

    Candidates(Findings findings) {
        this.findings = findings;
    }

    @Override
    public String permission() {
        return Permission.FINDING_READ.name();
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Item> items() {
        List<Item> items = new ArrayList<>();
        add(items, FindingState.SOURCE_WITHDRAWN, "finding to confirm as closed", "findings to confirm as closed");
        add(items, FindingState.CANDIDATE, "candidate to look at", "candidates to look at");
        return items;
    }

    private void add(List<Item> items, FindingState state, String one, String many) {
        long count = findings.count(new FindingFilter(null, null, null, null, null, Set.of(state), null, false, null));
        if (count > 0) {
            String words = Words.bounded(count) + " " + (count == 1 ? one : many);
            items.add(new Item(words, "/findings?state=" + state.word(), false));
        }
    }
}
