package dev.ward.advisory.web;

import dev.ward.advisory.Advisories;
import dev.ward.advisory.Hearing;
import dev.ward.advisory.ImportOutcome;
import dev.ward.advisory.SourceImport;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.web.Waiting;
import dev.ward.web.Words;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// Imports that failed, parts that could not be read, and names that were not joined wait for a person.
@Component
class SourceTrouble implements Waiting {

    private final Advisories advisories;
    private final Visibility visibility;

    SourceTrouble(Advisories advisories, Visibility visibility) {
        this.advisories = advisories;
        this.visibility = visibility;
    }

    @Override
    public String permission() {
        return Permission.SOURCE_READ.name();
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (Hearing one : advisories.heard(visibility.reader())) {
            SourceImport last = one.last();
            SourceImport heard = one.heard();
            if (last != null && last.outcome() == ImportOutcome.FAILED) {
                String text =
                        "The last import of %s failed".formatted(one.source().title());
                items.add(new Item(text, "/imports/" + last.id(), true));
            }
            if (heard != null && heard.counts().unread() > 0) {
                String text = "%s of %s not read, or marked"
                        .formatted(
                                Words.counted(heard.counts().unread(), "part", "parts"),
                                one.source().title());
                items.add(new Item(text, "/imports/" + heard.id(), false));
            }
        }
        long conflicts = advisories.countConflicts(visibility.reader());
        if (conflicts > 0) {
            items.add(Item.of(conflicts, "conflict of names", "conflicts of names", "/conflicts"));
        }
        return items;
    }
}
