package dev.ward.database;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// The secret by which backups are encrypted: a passphrase, or a key of chance, in a file for its owner
/// alone. It stands in no backup and in no database, and without it nothing comes back.
///
/// What is encrypted is written and read in segments of a mebibyte, each of which says which it is and
/// whether it is the last: none can be changed, left out, swapped, or cut off from the end.
///
/// Source: Hoang, Reyhanitabar, Rogaway, Vizár, Online Authenticated-Encryption and its Nonce-Reuse
/// Misuse-Resistance (STREAM), as in Tink's AES-GCM-HKDF; NIST SP 800-38D.
public final class BackupKey {

    /// Fewer characters are a word, and words are guessed.
    static final int SHORTEST = 20;

    static final int SEGMENT = 1 << 20;

    private static final int LONGEST = 4096;
    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final byte[] secret;

    private BackupKey(byte[] secret) {
        this.secret = secret;
    }

    /// Reads the whole file; a line feed at its end is none of the secret.
    ///
    /// @throws DatabaseTrouble  when others may read or change the file, or it holds too little
    public static BackupKey read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new DatabaseTrouble("there is no key file \"%s\"".formatted(file));
        }
        if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
            throw new DatabaseTrouble(
                    "others may read or change the key file \"%s\"; close it to them: chmod 0400".formatted(file));
        }
        if (Files.size(file) > LONGEST) {
            throw new DatabaseTrouble("the key file \"%s\" has more than %d bytes".formatted(file, LONGEST));
        }
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length;
        while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
            end--;
        }
        if (new String(bytes, 0, end, StandardCharsets.UTF_8).strip().length() < SHORTEST) {
            throw new DatabaseTrouble(
                    "the key file \"%s\" has less than %d characters; make one with: openssl rand -base64 32"
                            .formatted(file, SHORTEST));
        }
        return new BackupKey(Arrays.copyOf(bytes, end));
    }

    /// Encrypts what is written to the answer, which has to be closed to be whole.
    public OutputStream encrypt(OutputStream out) throws IOException {
        BackupHeader header = BackupHeader.fresh(secret);
        out.write(header.bytes());
        try {
            return aead(header).newEncryptingStream(out, header.bytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /// Gives back what was encrypted, to be read from anywhere. All of it is looked at before, so that of a
    /// file that was changed not a byte is given.
    ///
    /// @throws DatabaseTrouble  when it was encrypted with another key, or was changed or cut off since
    SeekableByteChannel decrypt(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            BackupHeader header = BackupHeader.read(file, channel, secret);
            StreamingAead aead = aead(header);
            check(file, channel, aead, header);
            channel.position(0);
            SeekableByteChannel plain = aead.newSeekableDecryptingChannel(channel, header.bytes());
            if (plain.size() == 0) {
                // Tink's channel never says that such a one ends.
                throw new DatabaseTrouble("\"%s\" holds nothing".formatted(file));
            }
            return plain;
        } catch (GeneralSecurityException e) {
            channel.close();
            throw new IllegalStateException("every Java has AES-GCM", e);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void check(Path file, FileChannel channel, StreamingAead aead, BackupHeader header)
            throws IOException, GeneralSecurityException {
        InputStream rest = Channels.newInputStream(channel.position(BackupHeader.LENGTH));
        ByteBuffer piece = ByteBuffer.allocate(1 << 16);
        try {
            InputStream plain = aead.newDecryptingStream(rest, header.bytes());
            int read = 0;
            while (read >= 0) {
                read = plain.read(piece.array());
            }
        } catch (IOException e) {
            throw new DatabaseTrouble(
                    "\"%s\" was changed or cut off since it was written. Nothing of it was restored.".formatted(file),
                    e);
        }
    }

    /// The first segment is shorter by the header, so that all others lie at their place in the file.
    private static StreamingAead aead(BackupHeader header) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(header.key(), "HmacSha256", 32, SEGMENT, BackupHeader.LENGTH);
    }

    /// The secret is nobody's to read.
    @Override
    public String toString() {
        return "BackupKey[]";
    }
}
