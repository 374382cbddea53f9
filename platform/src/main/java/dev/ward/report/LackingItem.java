package dev.ward.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The item that says what all others lack, why, and by when it will be there.
///
/// Source: 21 CFR 806.10(c)(13).
final class LackingItem {

    static final String NUMBER = "(c)(13)";

    /// What the rule asks for; whether the report concerns the case is none of it.
    private static final String LISTED = "(c)";

    private LackingItem() {}

    /// @param answers  what a person said last of an item, by its number
    static DraftItem of(List<DraftItem> items, Map<String, Answer> answers) {
        Filling item = new Filling(
                NUMBER,
                "What is not available yet, why, and when it will be submitted",
                "Every item above; what a person promises of it");
        List<List<String>> rows = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (DraftItem one : items) {
            if (one.missing() != null && one.number().startsWith(LISTED)) {
                Answer said = answers.get(one.number());
                if (said != null && said.promised() != null && said.stillOf(one.missing())) {
                    rows.add(List.of(
                            one.number(),
                            one.missing(),
                            said.text(),
                            said.promised().toString()));
                } else {
                    rows.add(List.of(one.number(), one.missing(), "not said", "not promised"));
                    open.add(one.number());
                }
            }
        }
        item.table(List.of("Item", "What is missing", "Why", "By when"), rows, null, null);
        if (rows.isEmpty()) {
            item.words("Nothing is missing.");
        }
        item.lacksIf(!open.isEmpty(), "why, and by when, for " + String.join(", ", open));
        return item.item();
    }
}
