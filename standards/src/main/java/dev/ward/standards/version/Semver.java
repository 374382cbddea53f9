package dev.ward.standards.version;

import org.jspecify.annotations.Nullable;

/// A version of dotted numbers with an optional pre-release and build, as places in its text.
///
/// Forgives what published versions need: any count of numbers up to a limit, missing ones being 0, and leading
/// zeros.
///
/// @param coreEnd     end of the dotted numbers, which begin at `from`
/// @param preRelease  first character behind the `-`, or `preReleaseEnd` when there is no pre-release
/// @param build       first character behind the `+`, or the text's length when there is no build
///
/// Source: Semantic Versioning 2.0.0, clauses 2, 9, 10 and 11.
record Semver(String text, int from, int coreEnd, int preRelease, int preReleaseEnd, int build) {

    private static final int NO_BUILD = 0x00;
    private static final int BUILD = 0x01;
    private static final int PRE_RELEASE = 0x01;
    private static final int RELEASE = 0x02;

    /// Reads the text from `from` to its end; null means that it is no version.
    static @Nullable Semver parse(String text, int from, int mostNumbers) {
        int coreEnd = coreEnd(text, from, mostNumbers);
        if (coreEnd < 0) {
            return null;
        }
        int preRelease = coreEnd;
        int end = coreEnd;
        if (end < text.length() && text.charAt(end) == '-') {
            preRelease = end + 1;
            end = Identifiers.end(text, preRelease);
        }
        int preReleaseEnd = end;
        if (end >= 0 && end < text.length() && text.charAt(end) == '+') {
            end = Identifiers.end(text, end + 1);
            return end == text.length()
                    ? new Semver(text, from, coreEnd, preRelease, preReleaseEnd, preReleaseEnd + 1)
                    : null;
        }
        return end == text.length() ? new Semver(text, from, coreEnd, preRelease, preReleaseEnd, end) : null;
    }

    boolean isPreRelease() {
        return preRelease < preReleaseEnd;
    }

    boolean hasBuild() {
        return build < text.length();
    }

    /// How many numbers are written.
    int numbers() {
        int numbers = 1;
        for (int i = from; i < coreEnd; i++) {
            numbers += text.charAt(i) == '.' ? 1 : 0;
        }
        return numbers;
    }

    /// The same version with its letters in lower case.
    Semver lowerCase() {
        return new Semver(Letters.toLower(text), from, coreEnd, preRelease, preReleaseEnd, build);
    }

    /// Compares numbers, then pre-releases; builds do not count.
    int comparePrecedence(Semver other) {
        int order = compareCore(other);
        if (order != 0) {
            return order;
        }
        if (!isPreRelease() || !other.isPreRelease()) {
            return Boolean.compare(other.isPreRelease(), isPreRelease());
        }
        return Identifiers.compare(text, preRelease, preReleaseEnd, other.text, other.preRelease, other.preReleaseEnd);
    }

    /// Compares builds as if they were pre-releases; no build comes first.
    int compareBuild(Semver other) {
        if (!hasBuild() || !other.hasBuild()) {
            return Boolean.compare(hasBuild(), other.hasBuild());
        }
        return Identifiers.compare(text, build, text.length(), other.text, other.build, other.text.length());
    }

    /// Writes numbers without the zeros at their end, then the pre-release.
    KeyBytes writePrecedence(KeyBytes key) {
        int zeros = 0;
        for (int i = from; i < coreEnd; ) {
            int end = Digits.end(text, i, coreEnd);
            if (Digits.skipZeros(text, i, end) == end) {
                zeros++;
            } else {
                for (; zeros > 0; zeros--) {
                    key.number(0);
                }
                key.number(text, i, end);
            }
            i = end + 1;
        }
        if (isPreRelease()) {
            Identifiers.write(key.mark(PRE_RELEASE), text, preRelease, preReleaseEnd);
            return key;
        }
        return key.mark(RELEASE);
    }

    /// Writes the build so that no build comes first.
    KeyBytes writeBuild(KeyBytes key) {
        if (hasBuild()) {
            Identifiers.write(key.mark(BUILD), text, build, text.length());
            return key;
        }
        return key.mark(NO_BUILD);
    }

    private int compareCore(Semver other) {
        int i = from;
        int j = other.from;
        while (i < coreEnd || j < other.coreEnd) {
            int end = Digits.end(text, i, coreEnd);
            int otherEnd = Digits.end(other.text, j, other.coreEnd);
            int order = Digits.compare(text, i, end, other.text, j, otherEnd);
            if (order != 0) {
                return order;
            }
            i = Math.min(end + 1, coreEnd);
            j = Math.min(otherEnd + 1, other.coreEnd);
        }
        return 0;
    }

    /// End of the dotted numbers, or -1 where one is missing or one too many stands.
    private static int coreEnd(String text, int from, int mostNumbers) {
        int i = from;
        for (int count = 1; count <= mostNumbers; count++) {
            int end = Digits.end(text, i, text.length());
            if (end == i) {
                return -1;
            }
            if (end == text.length() || text.charAt(end) != '.') {
                return end;
            }
            i = end + 1;
        }
        return -1;
    }

    /// Numbers and pre-release, without what stands before them and without the build, which has no place in
    /// the order.
    String normal() {
        return text.substring(from, preReleaseEnd);
    }
}
