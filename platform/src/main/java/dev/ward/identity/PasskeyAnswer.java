package dev.ward.identity;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// What a browser answers with, as its script sends it: the parts of the answer in Base64 of addresses, by points.
///
/// @param parts  of a new passkey: credential's id, client data, attestation; of one that is used: credential's id,
/// client
///               data, authenticator's data, signature, user handle
record PasskeyAnswer(List<byte[]> parts) {

    private static final int LONGEST = 16_000;
    private static final int OF_NEW = 3;
    private static final int OF_USED = 5;

    static Optional<PasskeyAnswer> ofNew(String text) {
        return parse(text, OF_NEW);
    }

    static Optional<PasskeyAnswer> ofUsed(String text) {
        return parse(text, OF_USED);
    }

    private static Optional<PasskeyAnswer> parse(String text, int expected) {
        String[] texts = text.split("\\.", -1);
        if (text.length() > LONGEST || texts.length != expected) {
            return Optional.empty();
        }
        List<byte[]> parts = new ArrayList<>();
        try {
            for (String one : texts) {
                parts.add(Base64.getUrlDecoder().decode(one));
            }
            return Optional.of(new PasskeyAnswer(parts));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    byte[] credentialId() {
        return parts.get(0);
    }

    byte[] clientData() {
        return parts.get(1);
    }

    byte[] attestation() {
        return parts.get(2);
    }

    byte[] authenticatorData() {
        return parts.get(2);
    }

    byte[] signature() {
        return parts.get(3);
    }

    byte[] userHandle() {
        return parts.get(4);
    }
}
