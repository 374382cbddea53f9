package dev.ward.sbom;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// One upload of an SBOM, and the snapshot that it became.
///
/// @param value  UUID version 7
public record SnapshotId(@JsonValue UUID value) {

    /// @throws IllegalArgumentException with the text in quotes
    public static SnapshotId parse(String text) {
        try {
            return new SnapshotId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not the id of an SBOM: \"%s\"".formatted(text), e);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
