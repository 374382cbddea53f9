package dev.ward.standards.purl;

import dev.ward.standards.input.Quoted;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The canonical forms of a purl's parts that do not depend on its type alone.
final class PurlText {

    private PurlText() {}

    /// Letters, digits, `.` and `-`, beginning with a letter.
    static boolean isType(String text) {
        return isWord(text, ".-");
    }

    /// Lower-case letters, digits, `.`, `-` and `_`, beginning with a letter.
    static boolean isKey(String text) {
        return isWord(text, ".-_") && Fold.LOWER.apply(text).equals(text);
    }

    private static boolean isWord(String text, String marks) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean digit = c >= '0' && c <= '9';
            if (!letter && (i == 0 || !(digit || marks.indexOf(c) >= 0))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    static SortedMap<String, String> qualifiers(Map<String, String> qualifiers, PurlType rules) {
        TreeMap<String, String> canonical = new TreeMap<>();
        qualifiers.forEach((key, value) -> {
            if (!isKey(key)) {
                throw new IllegalArgumentException("not the key of a qualifier: " + Quoted.of(key));
            }
            if (!value.isEmpty()) {
                canonical.put(key, rules.foldQualifier(key, value));
            }
        });
        return Collections.unmodifiableSortedMap(canonical);
    }

    /// A namespace without empty segments; null when nothing is left.
    static @Nullable String path(@Nullable String path, Fold fold) {
        if (path == null || path.isEmpty()) {
            return null;
        }
        boolean plain = path.charAt(0) != '/' && !path.endsWith("/") && !path.contains("//");
        String joined = plain ? path : join(path, false);
        return joined.isEmpty() ? null : fold.apply(joined);
    }

    /// A subpath without empty segments, `.` and `..`; null when nothing is left.
    static @Nullable String subpath(@Nullable String subpath, Fold fold) {
        if (subpath == null || subpath.isEmpty()) {
            return null;
        }
        String joined = join(subpath, true);
        return joined.isEmpty() ? null : fold.apply(joined);
    }

    private static String join(String path, boolean dropsDots) {
        StringJoiner kept = new StringJoiner("/");
        for (String segment : path.split("/")) {
            boolean dots = dropsDots && (segment.equals(".") || segment.equals(".."));
            if (!segment.isEmpty() && !dots) {
                kept.add(segment);
            }
        }
        return kept.toString();
    }

    static String trimSlashes(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) == '/') {
            start++;
        }
        while (end > start && text.charAt(end - 1) == '/') {
            end--;
        }
        return text.substring(start, end);
    }
}
