package dev.ward.standards.udi;

import dev.ward.standards.input.Quoted;

/// The characters that a part of an element may hold.
///
/// Source: GS1 General Specifications, 7.11 (sets 82, 39 and 64); ANSI/HIBC 2.6, appendix B (mod 43).
enum CharacterSet {
    DIGITS("0123456789", "a digit"),
    SET_82(
            "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz",
            "a letter, a digit or one of !\"%&'()*+,-./:;<=>?_"),
    SET_39("#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "a capital letter, a digit or one of #-/"),
    SET_64(
            "-0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz",
            "a letter, a digit or one of -_=, as in base64url"),
    CAPITALS_AND_DIGITS("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "a capital letter or a digit"),
    HIBC_LOT("-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "a capital letter, a digit, \"-\" or \".\"");

    private static final int ASCII = 128;

    private final String characters;
    private final String words;
    /// A bit for each character that is in the set, from U+0000 on and from U+0040 on.
    private final long low;

    private final long high;

    CharacterSet(String characters, String words) {
        this.characters = characters;
        this.words = words;
        this.low = bits(characters, 0);
        this.high = bits(characters, Long.SIZE);
    }

    private static long bits(String characters, int from) {
        return characters
                .chars()
                .filter(c -> c >= from && c < from + Long.SIZE)
                .mapToLong(c -> 1L << (c - from))
                .reduce(0, (a, b) -> a | b);
    }

    boolean holds(char c) {
        return c < ASCII && ((c < Long.SIZE ? low >>> c : high >>> (c - Long.SIZE)) & 1) != 0;
    }

    /// The character's place in the set, from 0; -1 when it is not in it.
    int place(char c) {
        return characters.indexOf(c);
    }

    /// The first character of a text that is not in the set; `to` when all are.
    int firstStranger(String text, int from, int to) {
        int i = from;
        while (i < to && holds(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /// @param what  what the text is, to begin a sentence with: `The lot`
    void check(String what, String text, int from, int to) throws UdiFault {
        int stranger = firstStranger(text, from, to);
        if (stranger < to) {
            throw fault(what, text, from, to, stranger);
        }
    }

    /// What to throw for a character that is not in the set.
    UdiFault fault(String what, String text, int from, int to, int stranger) {
        return new UdiFault(
                "%s %s holds %s where only %s may stand."
                        .formatted(what, Quoted.of(text.substring(from, to)), named(text, stranger), words),
                stranger);
    }

    /// The character at a place in quotes, with its name where the eye may not tell it.
    private static String named(String text, int at) {
        int c = text.codePointAt(at);
        String quoted = Quoted.of(Character.toString(c));
        return switch (c) {
            case ' ' -> quoted + " (a blank)";
            case 0x1d -> quoted + " (a separator)";
            default -> c < ASCII ? quoted : quoted + " (%s)".formatted(String.valueOf(Character.getName(c)));
        };
    }
}
