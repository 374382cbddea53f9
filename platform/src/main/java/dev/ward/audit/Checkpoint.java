package dev.ward.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A head of the trail, signed by a key of the installation, to be kept where nobody of the installation
/// can change it.
///
/// The signature (Ed25519) is over the UTF-8 of three lines, each ended by a line feed:
/// `ward-audit-checkpoint-1`, the head as `SEQ:HASH`, the instant as the file has it.
///
/// @param key        the public key, X.509 in Base64
/// @param signature  in Base64
///
/// Source: RFC 8032.
public record Checkpoint(ChainHead head, Instant at, String key, String signature) {

    private static final String ALGORITHM = "Ed25519";
    private static final JsonMapper JSON = JsonMapper.shared();

    public static Checkpoint of(ChainHead head, Instant at, KeyPair pair) {
        try {
            Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(pair.getPrivate());
            signer.update(text(head, at));
            return new Checkpoint(
                    head,
                    at,
                    Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
                    Base64.getEncoder().encodeToString(signer.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key cannot sign", e);
        }
    }

    private static byte[] text(ChainHead head, Instant at) {
        return "ward-audit-checkpoint-1\n%s\n%s\n".formatted(head, at).getBytes(StandardCharsets.UTF_8);
    }

    /// Whether the key that stands in it signed it.
    public boolean isSound() {
        try {
            byte[] encoded = Base64.getDecoder().decode(key);
            PublicKey its = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(its);
            verifier.update(text(head, at));
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false; // no key, or no signature
        }
    }

    /// As it stands in its file.
    public String json() {
        return JSON.createObjectNode()
                .put("checkpoint", 1)
                .put("head", head.toString())
                .put("at", at.toString())
                .put("key", key)
                .put("signature", signature)
                .toString();
    }

    /// Reads what [#json()] wrote; empty when it is something else.
    public static Optional<Checkpoint> parse(String text) {
        try {
            JsonNode read = JSON.readTree(text);
            Instant at = Instant.parse(read.path("at").asString(""));
            return ChainHead.parse(read.path("head").asString(""))
                    .map(head -> new Checkpoint(
                            head,
                            at,
                            read.path("key").asString(""),
                            read.path("signature").asString("")));
        } catch (JacksonException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
