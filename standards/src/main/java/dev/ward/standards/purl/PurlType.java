package dev.ward.standards.purl;

import dev.ward.standards.input.Departures;
import dev.ward.standards.input.Quoted;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// The rules of one package URL type; of an unregistered type, that there are none.
///
/// @param maxSegments    most segments of the namespace
/// @param neededKey      a qualifier that must be there; null when none must
/// @param lowerAt        a word of the hosts whose names are not case sensitive; null when the host does not matter
/// @param lowerGuidKey   a qualifier that is lower case where it is a GUID; null when there is none
///
/// Source: ECMA-427, 5.7; the registered type definitions.
record PurlType(
        String type,
        boolean registered,
        Namespace namespace,
        Fold namespaceFold,
        Fold nameFold,
        Fold versionFold,
        Fold subpathFold,
        Fold keyFold,
        NameRule nameRule,
        boolean pathName,
        int maxSegments,
        @Nullable String neededKey,
        @Nullable String lowerAt,
        @Nullable String lowerGuidKey) {

    enum Namespace {
        NONE,
        MAY,
        MUST
    }

    static PurlType of(String type) {
        PurlType known = PurlTypeTable.TYPES.get(type);
        return known != null ? known : PurlTypeTable.unregistered(type);
    }

    /// Whether names at this purl's host are not case sensitive, although the type's are.
    boolean foldsAt(@Nullable String namespace, SortedMap<String, String> qualifiers) {
        if (lowerAt == null) {
            return false;
        }
        String host = namespace != null ? namespace : qualifiers.getOrDefault("repository_url", "");
        return host.toLowerCase(Locale.ROOT).contains(lowerAt);
    }

    /// Notes each rule of the type that the purl does not keep.
    void check(Purl purl, Departures departures) {
        String namespaceText = purl.namespace();
        if (namespaceText == null) {
            if (namespace == Namespace.MUST) {
                departures.note("The type \"%s\" needs a namespace and has none.".formatted(type));
            }
        } else if (namespace == Namespace.NONE) {
            departures.note(
                    "The type \"%s\" has no namespace, but here is %s.".formatted(type, Quoted.of(namespaceText)));
        } else if (segments(namespaceText) > maxSegments) {
            departures.note("The namespace %s of the type \"%s\" has more than %d segments."
                    .formatted(Quoted.of(namespaceText), type, maxSegments));
        }
        if (neededKey != null && !purl.qualifiers().containsKey(neededKey)) {
            departures.note("The type \"%s\" needs the qualifier \"%s\" and has none.".formatted(type, neededKey));
        }
        nameRule.check(purl, departures);
    }

    private static long segments(String namespace) {
        return namespace.chars().filter(c -> c == '/').count() + 1;
    }

    String foldQualifier(String key, String value) {
        return key.equals(lowerGuidKey) && isGuid(value) ? value.toLowerCase(Locale.ROOT) : value;
    }

    private static boolean isGuid(String text) {
        if (text.length() != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            char c = text.charAt(i);
            if (dash ? c != '-' : Character.digit(c, 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
