package dev.ward.database;

import java.security.SecureRandom;
import java.util.UUID;

/// Makes the identifiers of rows: they sort by the time at which they were made, and cannot be guessed.
///
/// Source: RFC 9562, 5.7 (UUID version 7).
public final class Uuids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Uuids() {}

    /// A new UUID of version 7: 48 bits of milliseconds, 74 bits of chance.
    public static UUID next() {
        long chance = RANDOM.nextLong();
        long high = System.currentTimeMillis() << 16 | VERSION_7 | (chance & 0xFFF);
        return new UUID(high, RANDOM.nextLong() >>> 2 | VARIANT);
    }
}
