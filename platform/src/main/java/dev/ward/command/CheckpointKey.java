package dev.ward.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/// The key by which an installation signs checkpoints of its trail. It is made at the first one, and only
/// the owner of the data folder reads it.
final class CheckpointKey {

    private static final String FILE = "checkpoint.key";
    private static final String ALGORITHM = "Ed25519";

    private CheckpointKey() {}

    static KeyPair in(Path data) throws IOException {
        Path file = data.resolve(FILE);
        try {
            return Files.exists(file) ? read(file) : made(file);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Refusal("\"%s\" holds no key. Put the one back that was there.".formatted(file));
        }
    }

    private static KeyPair read(Path file) throws IOException, GeneralSecurityException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
        if (lines.size() < 2) {
            throw new GeneralSecurityException("two lines are expected");
        }
        KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
        return new KeyPair(
                factory.generatePublic(
                        new X509EncodedKeySpec(Base64.getDecoder().decode(lines.get(1)))),
                factory.generatePrivate(
                        new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.getFirst()))));
    }

    private static KeyPair made(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        Base64.Encoder encoder = Base64.getEncoder();
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                file,
                encoder.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                        + encoder.encodeToString(pair.getPublic().getEncoded()) + "\n",
                StandardOpenOption.TRUNCATE_EXISTING);
        return pair;
    }
}
