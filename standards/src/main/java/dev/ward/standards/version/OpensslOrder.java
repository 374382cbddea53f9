package dev.ward.standards.version;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The order of OpenSSL versions: `1.0.2zk`, `1.1.1-pre9`, `3.0.0-alpha17`, `3.5.0-dev`.
///
/// Up to three numbers, missing ones being 0; patch letters before 3.0 only, none first, `z < za < zb`; then a
/// pre-release (`dev < alpha < beta < pre < rc`), which sorts before the release. The mark `-fips` of a build, what
/// stands behind `+`, and a distribution's epoch and revision (`1:3.0.7-18.el9_2`) do not count.
///
/// Source: OpenSSL versioning policy; OpenSSL release strategy, letter releases.
final class OpensslOrder extends ParsedOrder<OpensslOrder.Version> {

    private static final List<String> STAGES = List.of("dev", "alpha", "beta", "pre", "rc", "");
    private static final int DEVELOPMENT = 0;
    private static final int RELEASED = STAGES.indexOf("");

    /// @param stage        place in `STAGES`
    /// @param development  whether it is on the way to that stage (`alpha3-dev`), and so before it
    record Version(
            String major,
            String minor,
            String fix,
            String letters,
            int stage,
            String stageNumber,
            boolean development) {}

    OpensslOrder() {
        super("OpenSSL version");
    }

    @Override
    @Nullable
    Version parse(String version) {
        String text = withoutPackaging(Letters.toLower(version));
        String[] numbers = {"", "", ""};
        int at = -1;
        int count = 0;
        do {
            int end = Digits.end(text, at + 1, text.length());
            if (end == at + 1 || count == numbers.length) {
                return null;
            }
            numbers[count++] = text.substring(at + 1, end);
            at = end;
        } while (at < text.length() && text.charAt(at) == '.');
        int lettersEnd = Letters.end(text, at, text.length());
        String letters = text.substring(at, lettersEnd);
        if (!letters.isEmpty() && (count < numbers.length || Digits.compare(numbers[0], "3") >= 0)) {
            return null;
        }
        int plus = text.indexOf('+', lettersEnd);
        if (plus >= 0 && !isBuild(text, plus + 1)) {
            return null;
        }
        Version release = new Version(numbers[0], numbers[1], numbers[2], letters, RELEASED, "", false);
        return staged(release, text.substring(lettersEnd, plus < 0 ? text.length() : plus));
    }

    /// Cuts an epoch (`1:`) and a revision: a hyphen and a digit, and all behind it.
    private static String withoutPackaging(String text) {
        int epoch = Digits.end(text, 0, text.length());
        int from = epoch > 0 && epoch < text.length() && text.charAt(epoch) == ':' ? epoch + 1 : 0;
        for (int i = from + 1; i + 1 < text.length(); i++) {
            if (text.charAt(i) == '-' && Digits.end(text, i + 1, text.length()) > i + 1) {
                return isBuild(text, i + 1) ? text.substring(from, i) : text.substring(from);
            }
        }
        return text.substring(from);
    }

    private static boolean isBuild(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (!Letters.isLetterOrDigit(text.charAt(i)) && ".-_~+".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return from < text.length();
    }

    /// The release with its tail read: `-alpha3`, `-alpha3-dev`, `-dev`, `-fips`.
    private static @Nullable Version staged(Version release, String tail) {
        int stage = RELEASED;
        String number = "";
        boolean development = false;
        int at = 0;
        while (at < tail.length()) {
            int wordEnd = Letters.end(tail, at + 1, tail.length());
            String word = tail.substring(at + 1, wordEnd);
            int end = Digits.end(tail, wordEnd, tail.length());
            int found = STAGES.indexOf(word);
            boolean numbered = end > wordEnd;
            if (tail.charAt(at) != '-' || word.isEmpty() || development) {
                return null;
            } else if (found == DEVELOPMENT && !numbered) {
                development = true;
            } else if (found > DEVELOPMENT && stage == RELEASED) {
                stage = found;
                number = tail.substring(wordEnd, end);
            } else if (!word.equals("fips") || numbered) {
                return null;
            }
            at = end;
        }
        int reached = development && stage == RELEASED ? DEVELOPMENT : stage;
        return new Version(
                release.major(), release.minor(), release.fix(), release.letters(), reached, number, development);
    }

    @Override
    int compareParsed(Version left, Version right) {
        int order = Digits.compare(left.major(), right.major());
        order = order == 0 ? Digits.compare(left.minor(), right.minor()) : order;
        order = order == 0 ? Digits.compare(left.fix(), right.fix()) : order;
        order = order == 0 ? left.letters().compareTo(right.letters()) : order;
        order = order == 0 ? Integer.compare(left.stage(), right.stage()) : order;
        order = order == 0 ? Digits.compare(left.stageNumber(), right.stageNumber()) : order;
        return order == 0 ? Boolean.compare(right.development(), left.development()) : order;
    }

    @Override
    SortKey place(Version version) {
        KeyBytes key = new KeyBytes()
                .number(version.major())
                .number(version.minor())
                .number(version.fix())
                .text(version.letters())
                .mark(version.stage());
        if (version.stage() != RELEASED) {
            key.number(version.stageNumber()).mark(version.development() ? 0 : 1);
        }
        return key.ordered();
    }
}
