package dev.ward.retention;

import dev.ward.web.Worded;

/// On which legal ground something personal is taken out of a record.
///
/// Source: Regulation (EU) 2016/679, 5(1)(e) and 17(1).
public enum LegalGround implements Worded {
    PURPOSE_ENDED("No longer needed for its purpose, GDPR Art. 17(1)(a)"),
    CONSENT_WITHDRAWN("Consent was withdrawn, GDPR Art. 17(1)(b)"),
    OBJECTION("The person objects, GDPR Art. 17(1)(c)"),
    UNLAWFUL("It was held unlawfully, GDPR Art. 17(1)(d)"),
    OBLIGATION("A law demands it, GDPR Art. 17(1)(e)"),
    STORAGE_ENDED("Its time of storage is over, GDPR Art. 5(1)(e)"),
    OTHER("Another law, as the reason says");

    private final String title;

    LegalGround(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
