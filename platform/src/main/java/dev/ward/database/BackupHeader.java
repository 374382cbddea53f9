package dev.ward.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// The beginning of an encrypted backup: what it is, by which version, how the key follows from the secret,
/// and by what one knows that it is the right one. All of it is authenticated with every segment.
///
/// ```
/// 12  "WARD-BACKUP\n"
///  1  version, 1
///  4  memory of Argon2id in KiB, 4 passes, 4 lanes
/// 16  salt
/// 16  check: the beginning of SHA-256 over bytes that follow from the secret as the key does
/// ```
///
/// Source: RFC 9106, 4 (Argon2id, second recommended option).
final class BackupHeader {

    static final int LENGTH = 57;

    private static final byte[] MAGIC = "WARD-BACKUP\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;
    private static final int SALT = 16;
    private static final int CHECK = 16;
    private static final int KEY = 32;
    private static final int MEMORY_KIB = 64 * 1024;
    private static final int PASSES = 3;
    private static final int LANES = 4;

    /// More than that no Ward writes; a file that asks for it only wants to take the machine's memory.
    private static final int MOST_MEMORY_KIB = 256 * 1024;

    private static final int MOST_PASSES = 16;
    private static final int MOST_LANES = 16;

    private final byte[] bytes;
    private final byte[] key;

    private BackupHeader(byte[] bytes, byte[] key) {
        this.bytes = bytes;
        this.key = key;
    }

    /// Whether a file begins as an encrypted backup of any version does.
    static boolean isAt(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        }
    }

    static BackupHeader fresh(byte[] secret) {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        byte[] derived = derive(secret, salt, MEMORY_KIB, PASSES, LANES);
        ByteBuffer header = ByteBuffer.allocate(LENGTH);
        header.put(MAGIC).put(VERSION).putInt(MEMORY_KIB).putInt(PASSES).putInt(LANES);
        header.put(salt).put(check(derived));
        return new BackupHeader(header.array(), Arrays.copyOf(derived, KEY));
    }

    /// @throws DatabaseTrouble  when it is of another version, or of another secret
    static BackupHeader read(Path file, FileChannel channel, byte[] secret) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(LENGTH);
        while (header.hasRemaining() && channel.read(header) >= 0) {
            // until it is full or the file ends
        }
        if (header.hasRemaining()) {
            throw new DatabaseTrouble(
                    "\"%s\" was changed or cut off since it was written. Nothing of it was restored.".formatted(file));
        }
        header.position(MAGIC.length);
        int version = header.get();
        if (version != VERSION) {
            throw new DatabaseTrouble(
                    "\"%s\" is encrypted in the version %d, which this Ward cannot read".formatted(file, version));
        }
        int memory = header.getInt();
        int passes = header.getInt();
        int lanes = header.getInt();
        boolean possible = lanes >= 1
                && lanes <= MOST_LANES
                && passes >= 1
                && passes <= MOST_PASSES
                && memory >= 8 * lanes
                && memory <= MOST_MEMORY_KIB;
        if (!possible) {
            throw another(file);
        }
        byte[] salt = new byte[SALT];
        header.get(salt);
        byte[] check = new byte[CHECK];
        header.get(check);
        byte[] derived = derive(secret, salt, memory, passes, lanes);
        if (!MessageDigest.isEqual(check, check(derived))) {
            throw another(file);
        }
        return new BackupHeader(header.array(), Arrays.copyOf(derived, KEY));
    }

    private static DatabaseTrouble another(Path file) {
        return new DatabaseTrouble(
                "\"%s\" was encrypted with another key (or its beginning was changed). Nothing of it was restored."
                        .formatted(file));
    }

    private static byte[] derive(byte[] secret, byte[] salt, int memory, int passes, int lanes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] derived = new byte[2 * KEY];
        generator.generateBytes(secret, derived);
        return derived;
    }

    private static byte[] check(byte[] derived) {
        MessageDigest digest = Digests.sha256();
        digest.update(derived, KEY, KEY);
        return Arrays.copyOf(digest.digest(), CHECK);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    byte[] key() {
        return key.clone();
    }
}
