package dev.ward.identity;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How often somebody guesses who tries first what people choose: passwords of past breaches, names, words, keys that
/// lie side by side, dates, repetitions, and what belongs to this person.
///
/// Source: Wheeler, zxcvbn: Low-Budget Password Strength Estimation, USENIX Security 2016.
final class Guesses {

    /// A hundred million. The throttle lets through some ten thousand a day for one account.
    static final double FEWEST = 1e8;

    /// The estimate of a longer text takes seconds; its beginning says enough.
    private static final int LOOKED_AT = 40;

    private static final Zxcvbn ESTIMATE = new Zxcvbn();

    /// Words that nobody's password is to be made of, besides those of the person.
    private static final List<String> CONTEXT = List.of("ward", "administrator", "auditor", "psirt", "sbom");

    private Guesses() {}

    static double of(String password, String email, String name) {
        List<String> words = new ArrayList<>(CONTEXT);
        words.add(email);
        words.addAll(Arrays.asList(email.split("[^\\p{L}\\p{N}]+")));
        words.add(name);
        words.addAll(Arrays.asList(name.split("\\s+")));
        words.removeIf(String::isBlank);
        String start = password.substring(0, password.offsetByCodePoints(0, codePoints(password)));
        return ESTIMATE.measure(start, words).getGuesses();
    }

    private static int codePoints(String password) {
        return Math.min(LOOKED_AT, password.codePointCount(0, password.length()));
    }
}
