package dev.ward.handling;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/// What people call a case, `C-7Q4M-2KX9`. It is drawn by lot: numbers that count would tell of cases
/// that somebody may not see.
public record CaseNumber(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BLOCK = 4;
    private static final Pattern FORM = Pattern.compile("C-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");

    public CaseNumber {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("\"%s\" is no number of a case such as C-7Q4M-2KX9".formatted(text));
        }
    }

    /// @throws IllegalArgumentException  when the text is no such number
    public static CaseNumber of(String text) {
        return new CaseNumber(text.strip().toUpperCase(Locale.ROOT));
    }

    static CaseNumber draw() {
        return new CaseNumber("C-" + block() + "-" + block());
    }

    private static String block() {
        StringBuilder block = new StringBuilder();
        for (int i = 0; i < BLOCK; i++) {
            block.append(SYMBOLS.charAt(RANDOM.nextInt(SYMBOLS.length())));
        }
        return block.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
