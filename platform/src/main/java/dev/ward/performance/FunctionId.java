package dev.ward.performance;

import java.util.UUID;

/// An essential function, through all versions in which it is described.
public record FunctionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
