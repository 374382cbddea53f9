package dev.ward.advisory;

import dev.ward.database.Uuids;
import java.util.UUID;

/// Names one import.
public record ImportId(UUID value) {

    static ImportId next() {
        return new ImportId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
