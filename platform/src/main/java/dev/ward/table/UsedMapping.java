package dev.ward.table;

import dev.ward.audit.Act;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// How a file was read, as the entry of its application in the audit trail says it.
public final class UsedMapping {

    /// In characters; what is longer is named by its digest, and stands with the import.
    private static final int LONGEST = 20_000;

    private UsedMapping() {}

    /// @param mapping  in JSON, without what is personal
    public static Act on(Act act, String mapping) {
        return mapping.length() <= LONGEST
                ? act.after("mapping", mapping)
                : act.after("mappingSha256", HexFormat.of().formatHex(sha256(mapping)));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
