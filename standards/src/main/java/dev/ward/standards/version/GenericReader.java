package dev.ward.standards.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one version of no ecosystem into its parts.
final class GenericReader {

    private static final Set<String> PREFIXES =
            Set.of("v", "ver", "version", "rel", "release", "rev", "revision", "build");
    /// Prefixes only before a number with a dot: `r4.3`, `X12.5.8`, but not the model `R301`.
    private static final Set<String> PREFIXES_OF_DOTTED = Set.of("r", "x");

    private static final String SEPARATORS = ".-_+^() ";
    private static final String DOTS = ".()";
    /// Digits from which `b20240105` is a build and no beta.
    private static final int LONG_NUMBER = 4;

    private final String text;
    private final List<GenericPart> parts = new ArrayList<>();
    private int at;
    private int separatorsFrom;
    private boolean behindKnownWord;
    private boolean behindDroppedWord;
    private int dateEnd = -1;

    private GenericReader(String text) {
        this.text = text;
    }

    /// The parts, closed by `END`, or null where the text is no version.
    static @Nullable List<GenericPart> read(String version) {
        String bare = version.strip();
        for (int i = 0; i < bare.length(); i++) {
            if (bare.charAt(i) < ' ' || bare.charAt(i) > '~') {
                return null;
            }
        }
        String text = Letters.toLower(bare.replace("\\", ""));
        GenericReader reader = new GenericReader(text);
        return GenericShape.isHash(text) || !reader.readHead() || !reader.readBody() ? null : reader.normalised();
    }

    /// Reads an epoch and a prefix, and answers whether a number follows.
    private boolean readHead() {
        int digits = Digits.end(text, 0, text.length());
        if (digits > 0 && digits < text.length() && text.charAt(digits) == ':') {
            if (Digits.skipZeros(text, 0, digits) < digits) {
                parts.add(new GenericPart(GenericPart.Kind.EPOCH, 0, text.substring(0, digits)));
            }
            at = digits + 1;
        }
        int wordEnd = Letters.end(text, at, text.length());
        if (wordEnd > at) {
            String prefix = text.substring(at, wordEnd);
            int number = wordEnd;
            while (number < text.length() && " .:_-".indexOf(text.charAt(number)) >= 0) {
                number++;
            }
            int numberEnd = Digits.end(text, number, text.length());
            boolean dotted = number == wordEnd && text.startsWith(".", numberEnd);
            if (!PREFIXES.contains(prefix) && !(dotted && PREFIXES_OF_DOTTED.contains(prefix))) {
                return false;
            }
            at = number;
        }
        if (GenericShape.isDate(text, at)) {
            dateEnd = at + 10;
        }
        return Digits.end(text, at, text.length()) > at && !GenericShape.isRange(text.substring(at));
    }

    private boolean readBody() {
        separatorsFrom = at;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean read = true;
            if (Digits.isDigit(c)) {
                read = readNumber();
            } else if (Letters.isLetter(c)) {
                read = readWord();
            } else if (c == '~') {
                parts.add(GenericPart.TILDE);
                separatorsFrom = ++at;
            } else if (SEPARATORS.indexOf(c) >= 0) {
                at++;
            } else {
                return false;
            }
            if (!read) {
                return false;
            }
        }
        return areDots(); // "2.0+" and "2.0 -" mean "and later"
    }

    private boolean readNumber() {
        if (isBehindBlank() && !behindKnownWord) {
            return false;
        }
        boolean behindNumber =
                !parts.isEmpty() && parts.getLast().kind() == GenericPart.Kind.NUMBER && separatorsFrom < at;
        if (behindNumber && at > dateEnd && (behindDroppedWord || !areDots())) {
            parts.add(GenericPart.REVISION);
        }
        int end = Digits.end(text, at, text.length());
        parts.add(GenericPart.number(text.substring(at, end)));
        at = end;
        separatorsFrom = end;
        behindKnownWord = false;
        behindDroppedWord = false;
        return true;
    }

    private boolean readWord() {
        int end = Letters.end(text, at, text.length());
        int numberEnd = Digits.end(text, end, text.length());
        String word = text.substring(at, end);
        GenericWord meaning = meaning(word, numberEnd - end);
        boolean known = GenericWord.isKnown(word) && (word.length() > 1 || numberEnd > end);
        if ((isBehindBlank() && !known) || isWildcard(word, end)) {
            return false;
        }
        switch (meaning.meaning()) {
            case BEFORE -> addPreRelease(meaning.place());
            case NOTHING -> addPlain(word, numberEnd > end);
            case REVISION -> addRevision(word, numberEnd > end);
            case AFTER -> addPlain(meaning.name(), true);
        }
        at = end;
        separatorsFrom = end;
        behindKnownWord = known;
        behindDroppedWord = known && meaning.meaning() == GenericWord.Meaning.NOTHING;
        return true;
    }

    /// What a word means here: one letter is a patch letter, unless a digit follows; behind `)` it is Cisco's train.
    private GenericWord meaning(String word, int digits) {
        boolean bareLetter = word.length() == 1 && (digits == 0 || (at > 0 && text.charAt(at - 1) == ')'));
        if (bareLetter) {
            return GenericWord.plain(word);
        }
        return GenericWord.of(word.equals("b") && digits >= LONG_NUMBER ? "build" : word);
    }

    /// Whether the word stands for any number (`2.3.x`); Drupal's `7.x-1.5` is a version.
    private boolean isWildcard(String word, int end) {
        boolean branch = end + 1 < text.length() && text.charAt(end) == '-' && Digits.isDigit(text.charAt(end + 1));
        boolean ends = end == text.length() || !Digits.isDigit(text.charAt(end));
        return word.equals("x") && at > 0 && text.charAt(at - 1) == '.' && ends && !branch;
    }

    private void addPreRelease(int place) {
        if (!parts.isEmpty() && parts.getLast().kind() == GenericPart.Kind.TILDE) {
            parts.removeLast();
        }
        parts.add(new GenericPart(GenericPart.Kind.PRE_RELEASE, place, ""));
    }

    private void addPlain(String word, boolean counts) {
        if (counts) {
            parts.add(new GenericPart(GenericPart.Kind.WORD, 0, word));
        }
    }

    private void addRevision(String word, boolean numbered) {
        parts.add(numbered ? GenericPart.REVISION : new GenericPart(GenericPart.Kind.WORD, 0, word));
    }

    private boolean isBehindBlank() {
        return text.substring(separatorsFrom, at).indexOf(' ') >= 0;
    }

    private boolean areDots() {
        for (int i = separatorsFrom; i < at; i++) {
            if (DOTS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /// The parts without the zeros and revisions that do not count.
    private List<GenericPart> normalised() {
        List<GenericPart> kept = new ArrayList<>(parts.size() + 1);
        for (GenericPart part : parts) {
            if (part.kind() != GenericPart.Kind.NUMBER) {
                dropZeros(kept);
            }
            kept.add(part);
        }
        dropZeros(kept);
        while (!kept.isEmpty() && kept.getLast().kind() == GenericPart.Kind.REVISION) {
            kept.removeLast();
            dropZeros(kept);
        }
        kept.add(GenericPart.END);
        return kept;
    }

    private static void dropZeros(List<GenericPart> kept) {
        while (!kept.isEmpty() && kept.getLast().isZero()) {
            kept.removeLast();
        }
    }
}
