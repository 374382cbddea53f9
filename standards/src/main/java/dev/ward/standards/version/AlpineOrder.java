package dev.ward.standards.version;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The order of Alpine package versions: `1.2.3b_rc4_p5~f00d-r6`.
///
/// At each place `_alpha`, `_beta`, `_pre`, `_rc` sort before the end; behind it come `-r6`, the commit hash, the
/// number of a suffix, `_cvs`, `_svn`, `_git`, `_hg`, `_p`, a letter, a further number. A number that is not the
/// first and begins with a zero is compared as text, so before every other. `1.0` sorts before `1.0-r0`.
///
/// Source: apk-tools 3, apk-package(5), `version.c`.
final class AlpineOrder extends ParsedOrder<List<AlpineOrder.Token>> {

    private static final List<String> SUFFIXES = List.of("alpha", "beta", "pre", "rc", "cvs", "svn", "git", "hg", "p");
    private static final int FIRST_POST_SUFFIX = 4;
    private static final int PRE_SUFFIX_MARK = 0x01;
    private static final int TEXT_NUMBER_MARK = 0x08;

    /// What may stand at a place. Where two versions differ in kind, the later kind sorts first, but for a suffix
    /// of a pre-release, which sorts before all.
    enum Kind {
        FIRST_NUMBER(0x09),
        NUMBER(0x09),
        LETTER(0x07),
        SUFFIX(0x06),
        SUFFIX_NUMBER(0x05),
        HASH(0x04),
        REVISION(0x03),
        END(0x02);

        private final int mark;

        Kind(int mark) {
            this.mark = mark;
        }
    }

    /// @param text  without its sign: `_rc` is `rc`, `-r6` is `6`
    record Token(Kind kind, String text) {

        boolean isPreRelease() {
            return kind == Kind.SUFFIX && suffix() < FIRST_POST_SUFFIX;
        }

        boolean isTextNumber() {
            return kind == Kind.NUMBER && text.charAt(0) == '0';
        }

        int suffix() {
            return SUFFIXES.indexOf(text);
        }
    }

    AlpineOrder() {
        super("Alpine version");
    }

    @Override
    @Nullable
    List<Token> parse(String version) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        Kind last = Kind.END;
        while (at < version.length()) {
            Kind kind = kindAt(version, at, last);
            int from = kind == null ? at : at + signLength(kind);
            int end = kind == null ? at : endOf(kind, version, from);
            if (kind == null || end == from) {
                return null;
            }
            Token token = new Token(kind, version.substring(from, end));
            if (kind == Kind.SUFFIX && token.suffix() < 0) {
                return null;
            }
            tokens.add(token);
            last = kind;
            at = end;
        }
        tokens.add(new Token(Kind.END, ""));
        return tokens.size() == 1 ? null : tokens;
    }

    /// The kind that begins here, or null where nothing may follow the kind before in this way.
    private static @Nullable Kind kindAt(String text, int at, Kind last) {
        char c = text.charAt(at);
        if (Digits.isDigit(c)) {
            return last == Kind.END ? Kind.FIRST_NUMBER : last == Kind.SUFFIX ? Kind.SUFFIX_NUMBER : null;
        }
        boolean behindNumber = last == Kind.FIRST_NUMBER || last == Kind.NUMBER;
        if (last == Kind.END || last == Kind.REVISION) {
            return null;
        }
        return switch (c) {
            case '.' -> behindNumber ? Kind.NUMBER : null;
            case '_' -> last == Kind.HASH ? null : Kind.SUFFIX;
            case '~' -> last == Kind.HASH ? null : Kind.HASH;
            case '-' -> text.startsWith("-r", at) ? Kind.REVISION : null;
            default -> behindNumber && Letters.isLower(c) ? Kind.LETTER : null;
        };
    }

    private static int signLength(Kind kind) {
        return switch (kind) {
            case NUMBER, SUFFIX, HASH -> 1;
            case REVISION -> 2;
            case FIRST_NUMBER, LETTER, SUFFIX_NUMBER, END -> 0;
        };
    }

    private static int endOf(Kind kind, String text, int from) {
        return switch (kind) {
            case FIRST_NUMBER, NUMBER, SUFFIX_NUMBER, REVISION -> Digits.end(text, from, text.length());
            case SUFFIX -> Letters.end(text, from, text.length());
            case LETTER -> from + 1;
            case HASH -> hashEnd(text, from);
            case END -> from;
        };
    }

    private static int hashEnd(String text, int from) {
        int i = from;
        while (i < text.length() && "0123456789abcdef".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    @Override
    int compareParsed(List<Token> left, List<Token> right) {
        for (int i = 0; ; i++) {
            Token a = left.get(i);
            Token b = right.get(i);
            int order = a.kind() == b.kind() ? compareAlike(a, b) : compareKinds(a, b);
            if (order != 0 || a.kind() == Kind.END) {
                return order;
            }
        }
    }

    private static int compareAlike(Token a, Token b) {
        return switch (a.kind()) {
            case NUMBER ->
                a.isTextNumber() || b.isTextNumber()
                        ? a.text().compareTo(b.text())
                        : Digits.compare(a.text(), b.text());
            case FIRST_NUMBER, SUFFIX_NUMBER, REVISION -> Digits.compare(a.text(), b.text());
            case SUFFIX -> Integer.compare(a.suffix(), b.suffix());
            case LETTER, HASH, END -> a.text().compareTo(b.text());
        };
    }

    private static int compareKinds(Token a, Token b) {
        if (a.isPreRelease() || b.isPreRelease()) {
            return a.isPreRelease() ? -1 : 1;
        }
        return b.kind().compareTo(a.kind());
    }

    @Override
    SortKey place(List<Token> version) {
        KeyBytes key = new KeyBytes();
        for (Token token : version) {
            if (token.isTextNumber()) {
                key.mark(TEXT_NUMBER_MARK).text(token.text());
                continue;
            }
            if (token.kind() != Kind.NUMBER && token.kind() != Kind.FIRST_NUMBER) {
                key.mark(token.isPreRelease() ? PRE_SUFFIX_MARK : token.kind().mark);
            }
            switch (token.kind()) {
                case FIRST_NUMBER, NUMBER, SUFFIX_NUMBER, REVISION -> key.number(token.text());
                case SUFFIX -> key.mark(token.suffix());
                case LETTER, HASH -> key.text(token.text());
                case END -> {}
            }
        }
        return key.ordered();
    }
}
