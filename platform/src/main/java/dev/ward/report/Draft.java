package dev.ward.report;

import dev.ward.handling.CaseNumber;
import dev.ward.web.Words;
import java.util.List;

/// What a form asks for, in its order, as far as it is known of a case.
public record Draft(DraftKind kind, CaseNumber number, List<DraftItem> items) {

    public Draft {
        items = List.copyOf(items);
    }

    public List<DraftItem> missing() {
        return items.stream().filter(item -> item.missing() != null).toList();
    }

    /// "2 of 13 items are not whole."
    public String wholeness() {
        int lacking = missing().size();
        return lacking == 0
                ? "Every item is whole."
                : "%d of %s %s not whole."
                        .formatted(lacking, Words.counted(items.size(), "item", "items"), lacking == 1 ? "is" : "are");
    }
}
