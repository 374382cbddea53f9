package dev.ward.handling;

import dev.ward.web.Worded;
import java.util.Set;

/// What of a signal can name a person, and can be taken out of it.
public enum PersonalField implements Worded {
    REPORTER("Reporter", "reporter"),
    CONTACT("Contact", "contact"),
    LEARNED_BY("Through whom it was learned", "learnedBy"),
    REFERENCE("Their reference", "reference"),
    TEXT("What it says", "text"),
    HISTORY("Reasons and details in its history", "with", "why"),
    PAYLOAD("What came");

    private final String title;
    private final Set<String> inTrail;

    PersonalField(String title, String... inTrail) {
        this.title = title;
        this.inTrail = Set.of(inTrail);
    }

    /// The one of a word.
    ///
    /// @throws IllegalArgumentException  when there is none
    public static PersonalField of(String word) {
        return Worded.get(values(), word);
    }

    @Override
    public String title() {
        return title;
    }

    /// As the acts of the audit trail name it.
    Set<String> inTrail() {
        return inTrail;
    }
}
