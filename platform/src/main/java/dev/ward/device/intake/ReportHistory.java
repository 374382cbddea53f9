package dev.ward.device.intake;

import dev.ward.audit.RowHistory;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What a report changed, as the devices' history keeps it.
@Component
class ReportHistory implements RowHistory {

    static final String WHAT = "devices.reported";

    private final DeviceImportHistory history;

    ReportHistory(DeviceImportHistory history) {
        this.history = history;
    }

    @Override
    public String what() {
        return WHAT;
    }

    @Override
    public byte[] digest(String subjectId) {
        return history.digestOf(UUID.fromString(subjectId));
    }
}
