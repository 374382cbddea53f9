package dev.ward.job;

import dev.ward.database.Uuids;
import java.util.UUID;

/// Names one job.
public record JobId(UUID value) {

    static JobId next() {
        return new JobId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
