package dev.ward.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

public enum JobStatus {
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED;

    public boolean ended() {
        return this == COMPLETED || this == FAILED;
    }

    /// The word for it in JSON and in the database, `completed`.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static JobStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
