package dev.ward.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One link of the chain, as it was found in a database or in a file.
///
/// @param body  null when a file withholds it: its hash still binds it to the entry after it
record Link(
        long seq, byte[] previous, byte[] hash, @Nullable String body) {

    static final byte[] START = new byte[32];

    private byte[] computedHash(String of) {
        MessageDigest digest = Commitments.sha256();
        digest.update(ByteBuffer.allocate(8).putLong(seq).flip());
        digest.update(previous);
        return digest.digest(of.getBytes(StandardCharsets.UTF_8));
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
        if (body != null && !Arrays.equals(hash, computedHash(body))) {
            return "its hash is not that of its content";
        }
        return null;
    }
}
