package dev.ward.standards.purl;

import dev.ward.standards.input.Departures;
import dev.ward.standards.input.Quoted;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads the text of one purl, strictly or leniently as its departures say.
final class PurlReader {

    private static final String SCHEME = "pkg:";
    private static final String ENCODED_SCHEME = "pkg%3a";

    private final Departures departures;
    private final String text;

    PurlReader(String text, Departures departures) {
        this.departures = departures;
        this.text = text;
    }

    Purl read() {
        String rest = afterScheme();
        int hash = rest.indexOf('#');
        String subpath = hash < 0 ? null : segments(rest.substring(hash + 1), "subpath");
        String beforeSubpath = hash < 0 ? rest : rest.substring(0, hash);
        int question = beforeSubpath.indexOf('?');
        SortedMap<String, String> qualifiers =
                question < 0 ? Collections.emptySortedMap() : qualifiers(beforeSubpath.substring(question + 1));
        String typeAndPath = question < 0 ? beforeSubpath : beforeSubpath.substring(0, question);
        String type = type(typeAndPath);
        if (type.length() == typeAndPath.length()) {
            throw departures.refusal("It has no name.");
        }
        PurlType rules = PurlType.of(type);
        String path = withoutLeadingSlashes(typeAndPath.substring(type.length() + 1));
        Purl purl = purl(type, rules, path, qualifiers, subpath);
        rules.check(purl, departures);
        return purl;
    }

    private String afterScheme() {
        String stripped = text.strip();
        if (stripped.length() < text.length()) {
            departures.note("There are blanks around %s.".formatted(Quoted.of(stripped)));
        }
        int start = 0;
        if (stripped.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            start = SCHEME.length();
        } else if (stripped.regionMatches(true, 0, ENCODED_SCHEME, 0, ENCODED_SCHEME.length())) {
            departures.note("The colon after \"pkg\" is percent-encoded.");
            start = ENCODED_SCHEME.length();
        } else if (beginsWithRegisteredType(stripped)) {
            departures.note("The scheme \"pkg:\" is missing.");
        } else {
            throw departures.refusal("It does not begin with \"pkg:\".");
        }
        return withoutLeadingSlashes(stripped.substring(start));
    }

    private static String withoutLeadingSlashes(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == '/') {
            start++;
        }
        return text.substring(start);
    }

    private static boolean beginsWithRegisteredType(String text) {
        int slash = text.indexOf('/');
        return slash > 0 && PurlType.of(text.substring(0, slash)).registered();
    }

    private String type(String typeAndPath) {
        int slash = typeAndPath.indexOf('/');
        String type = slash < 0 ? typeAndPath : typeAndPath.substring(0, slash);
        if (!PurlText.isType(type)) {
            throw departures.refusal("Its type %s is not letters, digits, \".\" and \"-\".".formatted(Quoted.of(type)));
        }
        return type.toLowerCase(Locale.ROOT);
    }

    private Purl purl(
            String type,
            PurlType rules,
            String pathAndVersion,
            SortedMap<String, String> qualifiers,
            @Nullable String subpath) {
        int at = versionSeparator(pathAndVersion);
        String path = at < 0 ? pathAndVersion : pathAndVersion.substring(0, at);
        if (at >= 0 && (path.isEmpty() || path.endsWith("/"))) {
            throw departures.refusal("It has no name before %s.".formatted(Quoted.of(pathAndVersion.substring(at))));
        }
        String version = at < 0 ? null : version(pathAndVersion.substring(at + 1));
        path = PurlText.trimSlashes(path);
        int slash = rules.pathName() ? path.indexOf('/') : path.lastIndexOf('/');
        String namespace = slash < 0 ? null : segments(path.substring(0, slash), "namespace");
        String rawName = path.substring(slash + 1);
        String name = rules.pathName() ? segments(rawName, "name") : decode(rawName, "name");
        if (PurlText.trimSlashes(name).isEmpty()) {
            throw departures.refusal("It has no name.");
        }
        return new Purl(type, namespace, name, version, qualifiers, subpath);
    }

    /// An "@" that begins a segment is an npm scope when a "/" follows: the name of the package is still to come.
    private static int versionSeparator(String path) {
        int lastSlash = path.lastIndexOf('/');
        for (int i = path.indexOf('@'); i >= 0; i = path.indexOf('@', i + 1)) {
            boolean beginsSegment = i == 0 || path.charAt(i - 1) == '/';
            if (!beginsSegment || i > lastSlash) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable String version(String raw) {
        if (raw.isEmpty()) {
            departures.note("The version after \"@\" is empty.");
            return null;
        }
        return decode(raw, "version");
    }

    private String decode(String raw, String part) {
        return PercentCode.decode(raw, part, false, departures);
    }

    private String segments(String raw, String part) {
        if (raw.indexOf('%') < 0) {
            return PercentCode.decode(raw, part, part.equals("subpath"), departures);
        }
        StringJoiner decoded = new StringJoiner("/");
        for (String segment : raw.split("/")) {
            String plain = PercentCode.decode(segment, part, part.equals("subpath"), departures);
            if (plain.indexOf('/') >= 0) {
                departures.note("The %s %s holds an encoded slash.".formatted(part, Quoted.of(raw)));
            }
            decoded.add(plain);
        }
        return decoded.toString();
    }

    private SortedMap<String, String> qualifiers(String raw) {
        TreeMap<String, String> qualifiers = new TreeMap<>();
        int start = 0;
        while (start <= raw.length()) {
            int end = raw.indexOf('&', start);
            end = end < 0 ? raw.length() : end;
            qualifier(raw.substring(start, end), qualifiers);
            start = end + 1;
        }
        return qualifiers;
    }

    private void qualifier(String pair, SortedMap<String, String> qualifiers) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
            departures.note(
                    pair.isEmpty()
                            ? "There is an empty qualifier."
                            : "The qualifier %s has no value and is left out.".formatted(Quoted.of(pair)));
            return;
        }
        String key = pair.substring(0, equals);
        if (!PurlText.isKey(key)) {
            String mended = mendedKey(key);
            boolean left = !PurlText.isKey(mended);
            departures.note("The qualifier key %s is not lower-case letters, digits, \".\", \"-\" and \"_\"; %s."
                    .formatted(
                            Quoted.of(key), left ? "the qualifier is left out" : "it is read as " + Quoted.of(mended)));
            if (left) {
                return;
            }
            key = mended;
        }
        String value = PercentCode.decode(pair.substring(equals + 1), "qualifier", true, departures);
        if (!value.isEmpty() && qualifiers.putIfAbsent(key, value) != null) {
            departures.note("The qualifier %s is there twice; the first is taken.".formatted(Quoted.of(key)));
        }
    }

    /// A purl that was escaped for XML once too often has `&amp;` between its qualifiers.
    private static String mendedKey(String key) {
        String lower = key.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("amp;") ? lower.substring("amp;".length()) : lower;
    }
}
