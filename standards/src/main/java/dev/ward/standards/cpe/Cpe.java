package dev.ward.standards.cpe;

import dev.ward.standards.input.Forgiven;

/// A CPE 2.3 name: eleven attributes.
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

    public static Cpe parse(String text) {
        throw new UnsupportedOperationException(text);
    }

    public static Forgiven<Cpe> parseLenient(String text) {
        throw new UnsupportedOperationException(text);
    }

    /// The name as a formatted string, `cpe:2.3:a:…`.
    public String formatted() {
        throw new UnsupportedOperationException();
    }
}
