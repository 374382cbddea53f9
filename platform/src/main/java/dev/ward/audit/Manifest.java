package dev.ward.audit;

import java.util.HexFormat;

/// What a bulk act was about: so many rows, and the digest over them.
///
/// @param changeSet  the change set's id in its own module
/// @param count      number of rows
/// @param sha256     over the sorted rows in UTF-8, each ended by a line feed; 32 bytes
public record Manifest(String changeSet, long count, byte[] sha256) {

    public Manifest {
        sha256 = sha256.clone();
        if (sha256.length != 32 || count < 0) {
            throw new IllegalArgumentException("no manifest: \"%d\" rows, digest \"%s\""
                    .formatted(count, HexFormat.of().formatHex(sha256)));
        }
    }

    String digest() {
        return HexFormat.of().formatHex(sha256);
    }
}
