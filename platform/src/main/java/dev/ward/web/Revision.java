package dev.ward.web;

import org.jspecify.annotations.Nullable;

/// The revision of a thing as the headers `ETag` and `If-Match` carry it.
///
/// Source: RFC 9110, 8.8.3 and 13.1.1.
public final class Revision {

    private static final int NONE = -1;

    private Revision() {}

    public static String tag(int revision) {
        return "\"" + revision + "\"";
    }

    /// Which revision the asker has seen.
    ///
    /// @param header   `If-Match`; null when the asker does not care
    /// @param current  what stands there now
    /// @return a revision that no thing has, when the header names none
    public static int seen(@Nullable String header, int current) {
        if (header == null || header.strip().equals("*")) {
            return current;
        }
        String tag = header.strip();
        try {
            return tag.startsWith("\"") && tag.endsWith("\"") && tag.length() > 2
                    ? Integer.parseInt(tag.substring(1, tag.length() - 1))
                    : NONE;
        } catch (NumberFormatException e) {
            return NONE;
        }
    }
}
