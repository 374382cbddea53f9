package dev.ward.standards.cpe;

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

    /// How this value, as the source, stands to `target`.
    ///
    /// Source: NISTIR 7696, table 6-2.
    public CpeRelation relation(CpeValue target) {
        throw new UnsupportedOperationException(target.toString());
    }
}
