package dev.ward.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Encrypts the seeds of one-time codes, the only secrets that Ward has to be able to read again. The key lies beside
/// the
/// database, never in it: whoever has a copy of the database, or a backup, has no seeds.
///
/// Source: NIST SP 800-38D (AES-GCM).
@Component
class SeedVault {

    private static final String FILE = "seeds.key";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;

    /// @param given   the key in Base64, for nodes that share a database and have folders of their own; empty for none
    /// @param folder  where the key is made and kept when none is given; empty for a key that nobody keeps
    @Autowired
    SeedVault(@Value("${ward.seeds-key:}") String given, @Value("${ward.data-folder:}") String folder) {
        this(
                given.isBlank()
                        ? folder.isEmpty() ? chance() : kept(Path.of(folder, FILE))
                        : decoded(given, "WARD_SEEDS_KEY"));
    }

    private SeedVault(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /// One whose seeds nobody reads again.
    static SeedVault forgetful() {
        return new SeedVault(chance());
    }

    private static byte[] chance() {
        return Secret.bytes(KEY_BYTES);
    }

    private static byte[] kept(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(
                        file,
                        Base64.getEncoder().encodeToString(chance()) + "\n",
                        StandardOpenOption.TRUNCATE_EXISTING);
            }
        } catch (FileAlreadyExistsException e) {
            // another node was faster
        } catch (IOException e) {
            throw new UncheckedIOException("the key \"%s\" cannot be made".formatted(file), e);
        }
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return decoded(Files.readString(file, StandardCharsets.US_ASCII), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the key \"%s\" cannot be read".formatted(file), e);
        }
    }

    private static byte[] decoded(String text, String where) {
        byte[] key = Base64.getDecoder().decode(text.strip());
        if (key.length != KEY_BYTES) {
            throw new IllegalStateException(
                    "the key in %s has %d bytes, not %d".formatted(where, key.length, KEY_BYTES));
        }
        return key;
    }

    /// @param account  to whom it is bound: another account's seed does not open
    byte[] close(AccountId account, byte[] seed) {
        byte[] nonce = Secret.bytes(NONCE_BYTES);
        byte[] closed = work(Cipher.ENCRYPT_MODE, account, nonce, seed)
                .orElseThrow(() -> new IllegalStateException("AES-GCM encrypts nothing"));
        return ByteBuffer.allocate(nonce.length + closed.length)
                .put(nonce)
                .put(closed)
                .array();
    }

    /// @return empty when it was closed with another key, or for another account
    Optional<byte[]> open(AccountId account, byte[] closed) {
        ByteBuffer parts = ByteBuffer.wrap(closed);
        byte[] nonce = new byte[NONCE_BYTES];
        parts.get(nonce);
        byte[] rest = new byte[parts.remaining()];
        parts.get(rest);
        return work(Cipher.DECRYPT_MODE, account, nonce, rest);
    }

    private Optional<byte[]> work(int mode, AccountId account, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(account.toString().getBytes(StandardCharsets.US_ASCII));
            return Optional.of(cipher.doFinal(bytes));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }
}
