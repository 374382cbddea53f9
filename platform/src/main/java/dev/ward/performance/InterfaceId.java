package dev.ward.performance;

import java.util.UUID;

public record InterfaceId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
