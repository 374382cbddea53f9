package dev.ward.handling;

import dev.ward.web.TypedText;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The hash of a file, as SBOMs name it: `SHA-256` and digits in lower case.
record FileHash(String algorithm, String digits) {

    private static final Map<String, Integer> LENGTHS = Map.of("MD5", 32, "SHA-1", 40, "SHA-256", 64, "SHA-512", 128);

    private static final Pattern NAMED = Pattern.compile("(?i)(md5|sha-?1|sha-?256|sha-?512)\\s*:\\s*(\\S*)");
    private static final Pattern BARE = Pattern.compile("(?i)[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128}");

    /// The hash that a text is, with or without the name of its algorithm; null when it is words.
    ///
    /// @throws dev.ward.web.ProblemException  when it names an algorithm and has not its digits
    static @Nullable FileHash of(String text) {
        Matcher named = NAMED.matcher(text);
        if (named.matches()) {
            String algorithm =
                    named.group(1).toUpperCase(Locale.ROOT).replace("-", "").replace("SHA", "SHA-");
            String digits = named.group(2);
            if (!BARE.matcher(digits).matches() || digits.length() != LENGTHS.getOrDefault(algorithm, 0)) {
                throw TypedText.refused(
                        "component",
                        "\"%s\" is no %s: that has %d hexadecimal digits."
                                .formatted(digits, algorithm, LENGTHS.getOrDefault(algorithm, 0)),
                        "is no " + algorithm);
            }
            return new FileHash(algorithm, digits.toLowerCase(Locale.ROOT));
        }
        if (!BARE.matcher(text).matches()) {
            return null;
        }
        return LENGTHS.entrySet().stream()
                .filter(one -> one.getValue() == text.length())
                .map(one -> new FileHash(one.getKey(), text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    /// As the table of occurrences holds it.
    @Override
    public String toString() {
        return algorithm + ":" + digits;
    }
}
