package dev.ward.standards.version;

import org.jspecify.annotations.Nullable;

/// A version of dotted numbers with an optional pre-release and build, as places in its text.
///
/// Forgives what published versions need: any count of numbers up to a limit, missing ones being 0, and leading zeros.
///
/// @param coreEnd     end of the dotted numbers, which begin at `from`
/// @param preRelease  first character behind the `-`, or `preReleaseEnd` when there is no pre-release
/// @param build       first character behind the `+`, or the text's length when there is no build
///
/// Source: Semantic Versioning 2.0.0, clauses 2, 9, 10 and 11.
record Semver(String text, int from, int coreEnd, int preRelease, int preReleaseEnd, int build) {

    private static final int END_OF_IDENTIFIERS = 0x00;
    private static final int PRE_RELEASE = 0x01;
    private static final int RELEASE = 0x02;
    private static final int WORD = 0xF9;

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
            end = identifiersEnd(text, preRelease);
        }
        int preReleaseEnd = end;
        if (end >= 0 && end < text.length() && text.charAt(end) == '+') {
            end = identifiersEnd(text, end + 1);
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
        return new Semver(AsciiCase.lower(text), from, coreEnd, preRelease, preReleaseEnd, build);
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
        return compareIdentifiers(preRelease, preReleaseEnd, other, other.preRelease, other.preReleaseEnd);
    }

    /// Compares builds as if they were pre-releases; no build comes first.
    int compareBuild(Semver other) {
        if (!hasBuild() || !other.hasBuild()) {
            return Boolean.compare(hasBuild(), other.hasBuild());
        }
        return compareIdentifiers(build, text.length(), other, other.build, other.text.length());
    }

    /// Writes numbers without the zeros at their end, then the pre-release.
    void writePrecedence(KeyBytes key) {
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
            writeIdentifiers(key.mark(PRE_RELEASE), preRelease, preReleaseEnd);
        } else {
            key.mark(RELEASE);
        }
    }

    /// Writes the build so that no build comes first.
    void writeBuild(KeyBytes key) {
        if (hasBuild()) {
            writeIdentifiers(key, build, text.length());
        } else {
            key.mark(END_OF_IDENTIFIERS);
        }
    }

    private void writeIdentifiers(KeyBytes key, int start, int stop) {
        for (int i = start; i < stop; ) {
            int end = identifierEnd(i, stop);
            if (Digits.areDigits(text, i, end)) {
                key.number(text, i, end);
            } else {
                key.mark(WORD).text(text, i, end);
            }
            i = end + 1;
        }
        key.mark(END_OF_IDENTIFIERS);
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

    private int compareIdentifiers(int start, int stop, Semver other, int otherStart, int otherStop) {
        int i = start;
        int j = otherStart;
        while (i < stop && j < otherStop) {
            int end = identifierEnd(i, stop);
            int otherEnd = other.identifierEnd(j, otherStop);
            int order = compareIdentifier(i, end, other, j, otherEnd);
            if (order != 0) {
                return order;
            }
            i = end + 1;
            j = otherEnd + 1;
        }
        return Boolean.compare(i < stop, j < otherStop);
    }

    private int compareIdentifier(int start, int end, Semver other, int otherStart, int otherEnd) {
        boolean isNumber = Digits.areDigits(text, start, end);
        boolean isOtherNumber = Digits.areDigits(other.text, otherStart, otherEnd);
        if (isNumber && isOtherNumber) {
            return Digits.compare(text, start, end, other.text, otherStart, otherEnd);
        }
        return isNumber || isOtherNumber
                ? Boolean.compare(isOtherNumber, isNumber)
                : text.substring(start, end).compareTo(other.text.substring(otherStart, otherEnd));
    }

    private int identifierEnd(int start, int stop) {
        int dot = text.indexOf('.', start, stop);
        return dot < 0 ? stop : dot;
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

    /// End of the dotted identifiers, or -1 where one is empty.
    private static int identifiersEnd(String text, int from) {
        int i = from;
        int start = from;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                if (i == start) {
                    return -1;
                }
                start = i + 1;
            } else if (c != '-' && !AsciiCase.isLetter(c) && !Digits.isDigit(c)) {
                break;
            }
        }
        return i == start ? -1 : i;
    }
}
