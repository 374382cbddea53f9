package dev.ward.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One link of the chain, as it was found in a database or in a file.
record Link(long seq, byte[] previous, byte[] hash, String body) {

    static final byte[] START = new byte[32];

    byte[] computedHash() {
        MessageDigest digest = Commitments.sha256();
        digest.update(ByteBuffer.allocate(8).putLong(seq).flip());
        digest.update(previous);
        return digest.digest(body.getBytes(StandardCharsets.UTF_8));
    }

    /// Says what breaks the chain here.
    ///
    /// @param lastHash  of the entry before, or [#START]
    /// @return null when nothing does
    @Nullable
    String faultAfter(long lastSeq, byte[] lastHash) {
        if (seq != lastSeq + 1) {
            return "entry %d follows entry %d".formatted(seq, lastSeq);
        }
        if (!Arrays.equals(previous, lastHash)) {
            return "its \"previous\" is not the hash of the entry before it";
        }
        if (!Arrays.equals(hash, computedHash())) {
            return "its hash is not that of its content";
        }
        return null;
    }
}
