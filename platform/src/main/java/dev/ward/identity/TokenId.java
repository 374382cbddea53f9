package dev.ward.identity;

import java.util.UUID;

public record TokenId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
