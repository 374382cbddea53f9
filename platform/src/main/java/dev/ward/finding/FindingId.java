package dev.ward.finding;

import java.util.UUID;

/// The identifier of a finding, the same for as long as its release, component and vulnerability are.
public record FindingId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
