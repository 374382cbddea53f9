package dev.ward.standards.purl;

import dev.ward.standards.input.Departures;
import dev.ward.standards.input.Forgiven;
import dev.ward.standards.input.Quoted;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A package URL in canonical form.
///
/// The constructor folds each component as its type demands (`PyPI/Zope_Interface` becomes `pypi/zope-interface`), so
/// that two purls of one package are equal. It does not refuse what a type forbids, for real SBOMs hold such purls;
/// `parse` and `of` do.
///
/// @param type        lower case; registered or not
/// @param namespace   decoded, segments separated by `/`; null when there is none
/// @param name        decoded
/// @param version     decoded; null when the purl names no version
/// @param qualifiers  by key; values are decoded and never empty
/// @param subpath     decoded, segments separated by `/`; null when there is none
///
/// Source: ECMA-427, Package-URL, 5.
public record Purl(
        String type,
        @Nullable String namespace,
        String name,
        @Nullable String version,
        SortedMap<String, String> qualifiers,
        @Nullable String subpath) {

    private static final String FORMAT = "package URL";
    private static final SortedMap<String, String> NO_QUALIFIERS = Collections.emptySortedMap();

    public Purl {
        type = Fold.LOWER.apply(type);
        if (!PurlText.isType(type)) {
            throw new IllegalArgumentException("not the type of a package URL: " + Quoted.of(type));
        }
        PurlType rules = PurlType.of(type);
        qualifiers = qualifiers.isEmpty() ? NO_QUALIFIERS : PurlText.qualifiers(qualifiers, rules);
        boolean foldsHere = rules.foldsAt(namespace, qualifiers);
        namespace = PurlText.path(namespace, foldsHere ? Fold.LOWER : rules.namespaceFold());
        name = PurlText.trimSlashes((foldsHere ? Fold.LOWER : rules.nameFold()).apply(name));
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a package URL of type \"%s\" has no name: \"\"".formatted(type));
        }
        version = version == null || version.isEmpty()
                ? null
                : rules.versionFold().apply(version);
        subpath = PurlText.subpath(subpath, rules.subpathFold());
    }

    /// Makes a purl that keeps the rules of its type.
    ///
    /// @throws IllegalArgumentException when it does not
    public static Purl of(String type, @Nullable String namespace, String name, @Nullable String version) {
        return of(type, namespace, name, version, NO_QUALIFIERS, null);
    }

    /// Makes a purl that keeps the rules of its type.
    ///
    /// @throws IllegalArgumentException when it does not
    public static Purl of(
            String type,
            @Nullable String namespace,
            String name,
            @Nullable String version,
            Map<String, String> qualifiers,
            @Nullable String subpath) {
        Purl purl = new Purl(type, namespace, name, version, new TreeMap<>(qualifiers), subpath);
        PurlType.of(purl.type).check(purl, Departures.strict(FORMAT, purl.toString()));
        return purl;
    }

    /// Reads a purl that keeps the rules of the format and of its type; it need not be canonical.
    ///
    /// @throws IllegalArgumentException with the text in quotes, and what is wrong with it
    public static Purl parse(String text) {
        return new PurlReader(text, Departures.strict(FORMAT, text)).read();
    }

    /// Reads what real SBOMs hold, and says what had to be forgiven.
    ///
    /// @throws IllegalArgumentException when no type or no name can be found
    public static Forgiven<Purl> parseLenient(String text) {
        Departures departures = Departures.lenient(FORMAT, text);
        return departures.forgiven(new PurlReader(text, departures).read());
    }

    public Purl withoutVersion() {
        return version == null ? this : new Purl(type, namespace, name, null, qualifiers, subpath);
    }

    /// The key under which matching finds the package, whatever its version: `npm/@babel/core`.
    ///
    /// Type, namespace and name are canonical and not encoded. Where the registry itself does not tell spellings
    /// apart although the canonical form does, they fall together here: NuGet's upper and lower case, and PyPI's
    /// `-`, `_` and `.` (PEP 503).
    public String packageKey() {
        Fold fold = PurlType.of(type).keyFold();
        String path = namespace == null ? name : namespace + "/" + name;
        return type + "/" + fold.apply(path);
    }

    /// Whether the type's rules are known. A purl of any other type is read as it stands.
    public boolean hasRegisteredType() {
        return PurlType.of(type).registered();
    }

    /// The canonical form.
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(64).append("pkg:").append(type).append('/');
        if (namespace != null) {
            PercentCode.encode(out, namespace, true);
            out.append('/');
        }
        PercentCode.encode(out, name, PurlType.of(type).pathName());
        if (version != null) {
            PercentCode.encode(out.append('@'), version, false);
        }
        char before = '?';
        for (Map.Entry<String, String> qualifier : qualifiers.entrySet()) {
            out.append(before).append(qualifier.getKey()).append('=');
            PercentCode.encode(out, qualifier.getValue(), false);
            before = '&';
        }
        if (subpath != null) {
            PercentCode.encode(out.append('#'), subpath, true);
        }
        return out.toString();
    }
}
