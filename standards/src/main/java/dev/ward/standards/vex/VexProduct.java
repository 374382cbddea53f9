package dev.ward.standards.vex;

import dev.ward.standards.purl.Purl;
import org.jspecify.annotations.Nullable;

/// What a statement speaks of.
///
/// @param name  as the document calls it
/// @param purl  null when the document gives none, so that nobody can tell by it what is meant
public record VexProduct(String name, @Nullable Purl purl) {

    /// The purl of a text; null when it is none, or longer than any is.
    static @Nullable Purl purl(String text) {
        if (!text.startsWith("pkg:") || text.length() > VexStatements.LONGEST_NAME) {
            return null;
        }
        try {
            return Purl.parseLenient(text).value();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
