package dev.ward.advisory;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How an import ended.
public enum ImportOutcome {
    RUNNING,
    COMPLETED,
    /// The same document was imported before.
    NOTHING_NEW,
    FAILED;

    /// The word for it in JSON and in the database.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportOutcome of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
