package dev.ward.report;

import dev.ward.regulation.EventRecord;
import java.util.ArrayList;
import java.util.List;

/// Fills a form once for each adverse event of a case.
final class EventParts {

    private EventParts() {}

    interface Filling {

        void fill(FilledForm form, KnownInDepth known, EventRecord event);
    }

    /// @param label  what the draft is and what it is not
    static List<DraftItem> items(Form form, KnownInDepth known, String label, Concern concern, Filling filling) {
        FilledForm head = new FilledForm(form);
        concern.into(head, label);
        boolean none = known.events().isEmpty();
        if (none && !concern.excluded()) {
            head.put("0", known.saidOfEvents());
            head.lackStill("0");
        }
        List<DraftItem> items = new ArrayList<>(List.of(head.items("").getFirst()));
        if (concern.excluded() || none) {
            return items;
        }
        int number = 0;
        for (EventRecord event : known.events()) {
            FilledForm filled = new FilledForm(form);
            filling.fill(filled, known, event);
            List<DraftItem> its = filled.items("event " + ++number);
            items.addAll(its.subList(1, its.size()));
        }
        return items;
    }
}
