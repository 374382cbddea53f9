package dev.ward.identity;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An authenticator with one key on P-256, and the browser before it: answers as both do, byte for byte.
///
/// Source: W3C Web Authentication Level 3, 6.1 (authenticator data), 6.5 (attestation objects), 5.8.1 (client data).
public final class SoftKey {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    private final KeyPair pair;
    private final byte[] id = Secret.bytes(16);
    private byte[] user = {};
    private int count;

    public SoftKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What the page's script sends for a new passkey.
    ///
    /// @param options  as the page has them
    public String create(String options, String origin) {
        JsonNode asked = JSON.readTree(options);
        user = bytes(asked.at("/user/id").asString());
        byte[] data = authenticatorData(asked.at("/rp/id").asString(), PRESENT | VERIFIED | ATTESTED, credential());
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.write(0xa3);
        object.writeBytes(text("fmt"));
        object.writeBytes(text("none"));
        object.writeBytes(text("attStmt"));
        object.write(0xa0);
        object.writeBytes(text("authData"));
        object.write(0x58);
        object.write(data.length);
        object.writeBytes(data);
        return joined(id, client("webauthn.create", asked, origin), object.toByteArray());
    }

    /// What the page's script sends for a passkey that is used.
    public String get(String options, String origin) {
        return get(options, origin, PRESENT | VERIFIED);
    }

    /// The same of a device that did not ask for PIN or fingerprint.
    public String getUnverified(String options, String origin) {
        return get(options, origin, PRESENT);
    }

    private String get(String options, String origin, int flags) {
        JsonNode asked = JSON.readTree(options);
        count++;
        byte[] data = authenticatorData(asked.at("/rpId").asString(), flags, new byte[0]);
        byte[] client = client("webauthn.get", asked, origin);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(data);
            signature.update(digest(client));
            return joined(id, client, data, signature.sign(), user);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Forgets a use, as a copy of the device does.
    public void forget() {
        count--;
    }

    private byte[] authenticatorData(String party, int flags, byte[] rest) {
        byte[] hash = digest(party.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(hash.length + 5 + rest.length)
                .put(hash)
                .put((byte) flags)
                .putInt(count)
                .put(rest)
                .array();
    }

    /// The model (none), the id and the key in COSE.
    private byte[] credential() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[16]);
        bytes.write(0);
        bytes.write(id.length);
        bytes.writeBytes(id);
        bytes.writeBytes(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20});
        bytes.writeBytes(of32(key.getW().getAffineX()));
        bytes.writeBytes(new byte[] {0x22, 0x58, 0x20});
        bytes.writeBytes(of32(key.getW().getAffineY()));
        return bytes.toByteArray();
    }

    private static byte[] of32(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[32];
        int length = Math.min(bytes.length, padded.length);
        System.arraycopy(bytes, bytes.length - length, padded, padded.length - length, length);
        return padded;
    }

    private static byte[] client(String type, JsonNode asked, String origin) {
        return """
                {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}""".formatted(type, asked.at("/challenge").asString(), origin).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] text(String text) {
        return ByteBuffer.allocate(text.length() + 1)
                .put((byte) (0x60 + text.length()))
                .put(text.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static String joined(byte[]... parts) {
        StringBuilder joined = new StringBuilder();
        for (byte[] part : parts) {
            joined.append(joined.isEmpty() ? "" : ".")
                    .append(Base64.getUrlEncoder().withoutPadding().encodeToString(part));
        }
        return joined.toString();
    }
}
