package dev.ward.standards.cpe;

import dev.ward.standards.input.Quoted;

/// One attribute of a CPE name: any value, no value, or a text.
///
/// `ANY` (`*`) says nothing about the attribute; `NA` (`-`) says that the product has no such attribute. The two are
/// not the same.
///
/// @param text     lower case, without escapes (`node.js`, `c++`); empty for `ANY` and `NA`
/// @param pattern  as bound in a formatted string, with its escapes and its unquoted wildcards; `*` and `-` for the two
///
/// Source: NISTIR 7695, 5.3; NISTIR 7696, 6.
public record CpeValue(Kind kind, String text, String pattern) {

    public enum Kind {
        ANY,
        NA,
        TEXT
    }

    public static final CpeValue ANY = new CpeValue(Kind.ANY, "", "*");
    public static final CpeValue NA = new CpeValue(Kind.NA, "", "-");

    public CpeValue {
        boolean sound = switch (kind) {
            case ANY -> text.isEmpty() && pattern.equals("*");
            case NA -> text.isEmpty() && pattern.equals("-");
            case TEXT -> FormattedValue.isCanonical(pattern, text);
        };
        if (!sound) {
            throw new IllegalArgumentException("not a CPE value: %s for the text %s of kind \"%s\""
                    .formatted(Quoted.of(pattern), Quoted.of(text), kind));
        }
    }

    /// A literal text: `c++` becomes the value whose pattern is `c\+\+`. A `*` or `?` in it is no wildcard.
    public static CpeValue of(String text) {
        return FormattedValue.literal(text);
    }

    /// Whether the text begins or ends with an unquoted `*` or `?`.
    public boolean hasWildcards() {
        if (kind != Kind.TEXT) {
            return false;
        }
        int last = pattern.length() - 1;
        return isWildcard(pattern.charAt(0))
                || (isWildcard(pattern.charAt(last)) && !FormattedValue.isQuoted(pattern, last));
    }

    static boolean isWildcard(char c) {
        return c == '*' || c == '?';
    }

    /// How this value, as the source, stands to `target`.
    ///
    /// Source: NISTIR 7696, table 6-2.
    public CpeRelation relation(CpeValue target) {
        if (target.hasWildcards()) {
            return CpeRelation.UNDEFINED;
        }
        return switch (kind) {
            case ANY -> target.kind == Kind.ANY ? CpeRelation.EQUAL : CpeRelation.SUPERSET;
            case NA ->
                switch (target.kind) {
                    case ANY -> CpeRelation.SUBSET;
                    case NA -> CpeRelation.EQUAL;
                    case TEXT -> CpeRelation.DISJOINT;
                };
            case TEXT ->
                switch (target.kind) {
                    case ANY -> CpeRelation.SUBSET;
                    case NA -> CpeRelation.DISJOINT;
                    case TEXT -> relationOfTexts(target.text);
                };
        };
    }

    private CpeRelation relationOfTexts(String target) {
        if (hasWildcards()) {
            return WildcardMatch.matches(pattern, target) ? CpeRelation.SUPERSET : CpeRelation.DISJOINT;
        }
        return text.equals(target) ? CpeRelation.EQUAL : CpeRelation.DISJOINT;
    }
}
