package dev.ward.handling;

import dev.ward.web.Worded;
import java.util.Set;

/// What of a signal can name a person, and can be taken out of it.
public enum PersonalField implements Worded {
    REPORTER("Reporter"),
    CONTACT("Contact"),
    LEARNED_BY("Through whom it was learned"),
    REFERENCE("Their reference"),
    TEXT("What it says"),
    HISTORY("Reasons in its history"),
    PAYLOAD("What came");

    private final String title;

    PersonalField(String title) {
        this.title = title;
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
        return switch (this) {
            case REPORTER -> Set.of("reporter");
            case CONTACT -> Set.of("contact");
            case LEARNED_BY -> Set.of("learnedBy");
            case REFERENCE -> Set.of("reference");
            case TEXT -> Set.of("text");
            case HISTORY -> Set.of("why");
            case PAYLOAD -> Set.of();
        };
    }
}
