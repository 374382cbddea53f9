package dev.ward.identity;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Keeps passwords as Argon2id and says which may be chosen.
///
/// Source: OWASP Password Storage Cheat Sheet (19 MiB, 2 passes, 1 lane); NIST SP 800-63B, 3.1.1 (length, no
/// composition, no password that is common, was breached, or is made of the context's words).
@Component
class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);

    /// Compared with when the account is unknown, so that the answer takes as long.
    private final String nobodys = encoder.encode(Secret.random());

    /// A crowd at the door must not take all memory and all cores.
    private final Semaphore atOnce =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    String encode(String password) {
        return calmly(() -> encoder.encode(password));
    }

    /// @param encoded  null when there is no account, or none with a password
    boolean matches(String password, @Nullable String encoded) {
        boolean same = calmly(() -> encoder.matches(password, encoded == null ? nobodys : encoded));
        return same && encoded != null;
    }

    /// @throws AccountTrouble  with words for the person, when the password may not be chosen
    static void check(String password, String email, String name) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new AccountTrouble("password", "The password needs at least %d characters.".formatted(SHORTEST));
        }
        if (password.length() > LONGEST) {
            throw new AccountTrouble("password", "The password is longer than %d characters.".formatted(LONGEST));
        }
        if (Guesses.of(password, email, name) < Guesses.FEWEST) {
            throw new AccountTrouble(
                    "password",
                    "The password is easy to guess: it is made of what many people choose, or of your name or address."
                            + " A few words that belong to nobody else are good.");
        }
    }

    private <T> T calmly(Supplier<T> work) {
        atOnce.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }
}
