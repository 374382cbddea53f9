package dev.ward.standards.cpe;

import dev.ward.standards.cpe.CpeValue.Kind;
import dev.ward.standards.input.Departures;
import dev.ward.standards.input.Forgiven;
import dev.ward.standards.input.Quoted;
import java.util.List;
import java.util.Optional;

/// A CPE 2.3 name: eleven attributes.
///
/// @param part  `a` (application), `o` (operating system), `h` (hardware), `ANY` or `NA`
///
/// Source: NISTIR 7695 (naming), NISTIR 7696 (matching).
public record Cpe(
        CpeValue part,
        CpeValue vendor,
        CpeValue product,
        CpeValue version,
        CpeValue update,
        CpeValue edition,
        CpeValue language,
        CpeValue swEdition,
        CpeValue targetSw,
        CpeValue targetHw,
        CpeValue other) {

    private static final String FORMAT = "CPE name";

    public Cpe {
        if (!isPart(part)) {
            throw new IllegalArgumentException("not the part of a CPE name: " + Quoted.of(part.pattern()));
        }
    }

    static boolean isPart(CpeValue value) {
        return value.kind() != Kind.TEXT
                || switch (value.pattern()) {
                    case "a", "o", "h" -> true;
                    default -> false;
                };
    }

    /// Reads a formatted string (`cpe:2.3:a:…`) or a URI of CPE 2.2 or 2.3 (`cpe:/a:…`).
    ///
    /// @throws IllegalArgumentException with the text in quotes, and what is wrong with it
    public static Cpe parse(String text) {
        return new CpeReader(text, Departures.strict(FORMAT, text)).read();
    }

    /// Reads what SBOMs and feeds hold: attributes missing or too many, upper case, blanks, characters that
    /// lack
    /// their backslash.
    ///
    /// @throws IllegalArgumentException when the text does not begin as a CPE name
    public static Forgiven<Cpe> parseLenient(String text) {
        Departures departures = Departures.lenient(FORMAT, text);
        return departures.forgiven(new CpeReader(text, departures).read());
    }

    /// The eleven attributes, in the order of the formatted string.
    public List<CpeValue> values() {
        return List.of(part, vendor, product, version, update, edition, language, swEdition, targetSw, targetHw, other);
    }

    /// The name as a formatted string, `cpe:2.3:a:…`.
    public String formatted() {
        StringBuilder name = new StringBuilder(80).append("cpe:2.3");
        for (CpeValue value : values()) {
            name.append(':').append(value.pattern());
        }
        return name.toString();
    }

    /// The name as a URI, `cpe:/a:…`, with the attributes that CPE 2.2 did not know packed into the edition.
    ///
    /// Source: NISTIR 7695, 6.1.2.
    public String uri() {
        StringBuilder uri = new StringBuilder(80).append("cpe:/");
        int end = uri.length();
        for (CpeValue value : List.of(part, vendor, product, version, update)) {
            String bound = UriValue.bind(value);
            uri.append(bound);
            end = bound.isEmpty() ? end : uri.length();
            uri.append(':');
        }
        String bound = boundEdition();
        uri.append(bound);
        end = bound.isEmpty() ? end : uri.length();
        if (language.kind() != Kind.ANY) {
            uri.append(':').append(UriValue.bind(language));
            end = uri.length();
        }
        uri.setLength(end);
        return uri.toString();
    }

    private String boundEdition() {
        String bound = UriValue.bind(edition);
        StringBuilder packed = new StringBuilder("~").append(bound);
        boolean packs = false;
        for (CpeValue value : List.of(swEdition, targetSw, targetHw, other)) {
            packed.append('~').append(UriValue.bind(value));
            packs |= value.kind() != Kind.ANY;
        }
        return packs ? packed.toString() : bound;
    }

    /// How the products that this name, as the source, names stand to those of `target`.
    ///
    /// `DISJOINT` when any attribute is; `EQUAL` when all are; `SUPERSET` or `SUBSET` when all are that or
    /// equal;
    /// otherwise `UNDEFINED`.
    ///
    /// Source: NISTIR 7696, table 6-4.
    public CpeRelation relation(Cpe target) {
        List<CpeValue> ours = values();
        List<CpeValue> theirs = target.values();
        CpeRelation whole = CpeRelation.EQUAL;
        for (int i = 0; i < ours.size(); i++) {
            CpeRelation relation = ours.get(i).relation(theirs.get(i));
            if (relation == CpeRelation.DISJOINT) {
                return relation;
            }
            whole = both(whole, relation);
        }
        return whole;
    }

    private static CpeRelation both(CpeRelation one, CpeRelation other) {
        if (one == other || other == CpeRelation.EQUAL) {
            return one;
        }
        return one == CpeRelation.EQUAL ? other : CpeRelation.UNDEFINED;
    }

    /// The key for looking up what is said of the product: `a:openssl:openssl`.
    ///
    /// Vendor and product are as in the formatted string, so a colon in them is quoted. Empty when one of the
    /// three is `ANY` or holds a wildcard, for then the name is not of one product.
    public Optional<String> productKey() {
        boolean one = part.kind() == Kind.TEXT
                && vendor.kind() != Kind.ANY
                && product.kind() != Kind.ANY
                && !vendor.hasWildcards()
                && !product.hasWildcards();
        return one ? Optional.of(part.pattern() + ":" + vendor.pattern() + ":" + product.pattern()) : Optional.empty();
    }
}
