package dev.ward.standards.version;

/// One part of a version of no ecosystem.
///
/// @param place  among pre-releases, the smaller first; else 0
/// @param text   digits of a number, letters of a word; else empty
record GenericPart(Kind kind, int place, String text) implements Comparable<GenericPart> {

    static final GenericPart TILDE = new GenericPart(Kind.TILDE, 0, "");
    static final GenericPart END = new GenericPart(Kind.END, 0, "");
    static final GenericPart REVISION = new GenericPart(Kind.REVISION, 0, "");

    /// The kinds in their order: where two versions differ in kind, the earlier one sorts first.
    enum Kind {
        /// `rc`, `alpha`.
        PRE_RELEASE(0x01),
        TILDE(0x02),
        END(0x03),
        /// What precedes a number behind `-`, `_`, `+`, `^`.
        REVISION(0x04),
        /// `p`, `k`, `el`.
        WORD(0x05),
        NUMBER(0x10),
        EPOCH(0xFA);

        private final int mark;

        Kind(int mark) {
            this.mark = mark;
        }
    }

    static GenericPart number(String digits) {
        return new GenericPart(Kind.NUMBER, 0, digits);
    }

    boolean isZero() {
        return kind == Kind.NUMBER && Digits.skipZeros(text, 0, text.length()) == text.length();
    }

    @Override
    public int compareTo(GenericPart other) {
        if (kind != other.kind) {
            return kind.compareTo(other.kind);
        }
        return switch (kind) {
            case PRE_RELEASE -> Integer.compare(place, other.place);
            case WORD -> text.compareTo(other.text);
            case NUMBER, EPOCH -> Digits.compare(text, other.text);
            case TILDE, END, REVISION -> 0;
        };
    }

    void write(KeyBytes key) {
        switch (kind) {
            case PRE_RELEASE -> key.mark(kind.mark).mark(place);
            case WORD -> key.mark(kind.mark).text(text);
            case NUMBER -> key.number(text);
            case EPOCH -> key.mark(kind.mark).number(text);
            case TILDE, END, REVISION -> key.mark(kind.mark);
        }
    }
}
