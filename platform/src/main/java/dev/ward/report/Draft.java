package dev.ward.report;

import dev.ward.handling.CaseNumber;
import java.util.List;

/// What a form asks for, in its order, as far as it is known of a case.
public record Draft(DraftKind kind, CaseNumber number, List<DraftItem> items) {

    public Draft {
        items = List.copyOf(items);
    }

    public List<DraftItem> missing() {
        return items.stream().filter(item -> item.missing() != null).toList();
    }
}
