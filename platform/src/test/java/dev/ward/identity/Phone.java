package dev.ward.identity;

import java.io.ByteArrayOutputStream;
import java.time.Instant;

/// An authenticator app, as it was told on the page.
public record Phone(byte[] seed) {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static Phone of(String secret) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char letter : secret.replace(" ", "").toCharArray()) {
            buffer = (buffer << 5) | ALPHABET.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits);
            }
        }
        return new Phone(bytes.toByteArray());
    }

    public String code(Instant at) {
        return Totp.code(seed, Totp.step(at), Totp.DIGITS, Totp.SHA1);
    }
}
