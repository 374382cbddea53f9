package dev.ward.standards.codec;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A key of matching as it is stored: short enough for the index of a database.
public final class StoredKey {

    /// The format of keys; with a new one all stored keys must be made again.
    public static final int FORMAT = 1;

    private static final int MOST_BYTES = 1_000;
    private static final int SHOWN = 200;

    private StoredKey() {}

    /// The key; of one with more than 1,000 bytes its first 200 characters, "…" and the SHA-256 of the whole.
    public static String of(String key) {
        byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
        if (utf8.length <= MOST_BYTES) {
            return key;
        }
        int end = Character.isHighSurrogate(key.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
        return key.substring(0, end) + "…" + HexFormat.of().formatHex(sha256().digest(utf8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every platform has it
        }
    }
}
