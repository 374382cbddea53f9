package dev.ward.device;

import dev.ward.audit.RowHistory;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What a report changed, as the devices' history keeps it.
@Component
public class ReportedHistory implements RowHistory {

    public static final String WHAT = "devices.reported";

    private final ImportedHistory history;

    ReportedHistory(ImportedHistory history) {
        this.history = history;
    }

    @Override
    public String what() {
        return WHAT;
    }

    @Override
    public byte[] digest(String subjectId, String changeSet) {
        return history.digestOf(UUID.fromString(subjectId));
    }
}
