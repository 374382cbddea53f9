package dev.ward.identity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One-time codes by time, as every authenticator app makes them: SHA-1, six digits, 30 seconds.
///
/// Source: RFC 6238; RFC 4226, 5.3 (truncation).
final class Totp {

    static final int STEP_SECONDS = 30;
    static final int DIGITS = 6;
    static final String SHA1 = "HmacSHA1";

    /// Steps that a telephone's clock may be off to either side. Source: RFC 6238, 5.2.
    static final int OFF = 1;

    private Totp() {}

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /// The step whose code was typed, among those around a time.
    ///
    /// @return empty when it is the code of none of them
    static OptionalLong matching(byte[] seed, String code, Instant at) {
        long now = step(at);
        long found = -1;
        for (long step = now - OFF; step <= now + OFF; step++) {
            if (Secret.same(code(seed, step, DIGITS, SHA1), code)) {
                found = step;
            }
        }
        return found < 0 ? OptionalLong.empty() : OptionalLong.of(found);
    }

    /// @param algorithm  of the JDK: `HmacSHA1`
    static String code(byte[] seed, long step, int digits, String algorithm) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(seed, algorithm));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%0" + digits + "d", number % (long) Math.pow(10, digits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
