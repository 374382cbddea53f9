package dev.ward.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.stream.Stream;

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

    /// Counts rows, and makes the digest over them; one is in memory at a time.
    ///
    /// @param sorted  by their UTF-8 bytes, none with a line feed
    public static Manifest over(String changeSet, Stream<String> sorted) {
        MessageDigest digest = Commitments.sha256();
        long count = 0;
        for (Iterator<String> rows = sorted.iterator(); rows.hasNext(); count++) {
            digest.update(rows.next().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
        }
        return new Manifest(changeSet, count, digest.digest());
    }

    String digest() {
        return HexFormat.of().formatHex(sha256);
    }
}
