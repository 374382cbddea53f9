package dev.ward.retention.web;

import dev.ward.identity.Reader;
import dev.ward.identity.Visibility;
import dev.ward.retention.LegalHold;
import dev.ward.retention.LegalHolds;
import dev.ward.retention.Purges;
import dev.ward.retention.RecordName;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What the pages of held records share: the holds that stand, and the tombstones.
@Component
class RecordSection {

    static final String TITLE = "Kept and held";
    static final String VIEW = "retention/section";
    static final int ORDER = 90;

    private final LegalHolds holds;
    private final Purges purges;
    private final Visibility visibility;

    RecordSection(LegalHolds holds, Purges purges, Visibility visibility) {
        this.holds = holds;
        this.purges = purges;
        this.visibility = visibility;
    }

    Map<String, Object> model(RecordName name) {
        Reader reader = visibility.reader();
        return Map.of(
                "name",
                name,
                "holds",
                holds.of(reader, name).stream().filter(LegalHold::holds).toList(),
                "purges",
                purges.of(reader, name));
    }
}
