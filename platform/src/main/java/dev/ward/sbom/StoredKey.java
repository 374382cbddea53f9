package dev.ward.sbom;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// A key of matching as it is stored: short enough for an index.
final class StoredKey {

    /// The format of keys; a new one has all components' keys made again.
    static final int FORMAT = 1;

    private static final int MOST_BYTES = 1000;
    private static final int SHOWN = 200;

    private StoredKey() {}

    /// The key; of one with more than 1,000 bytes its first 200 characters, "…" and the SHA-256 of the whole.
    static String of(String key) {
        byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
        if (utf8.length <= MOST_BYTES) {
            return key;
        }
        return StoredText.of(key.substring(0, SHOWN)) + "…"
                + HexFormat.of().formatHex(Digests.sha256().digest(utf8));
    }
}
