package dev.ward.standards.sbom;

import dev.ward.standards.cpe.Cpe;
import dev.ward.standards.input.Forgiven;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.purl.Purl;
import org.jspecify.annotations.Nullable;

/// Reads the names that an SBOM gives its components, and says what is wrong with them.
final class Identifiers {

    private Identifiers() {}

    /// Null when the text is no package URL; that was then told.
    static @Nullable Purl purl(String text, Location location, UnreadReport report) {
        try {
            return told(Purl.parseLenient(text), "purl", location, report);
        } catch (IllegalArgumentException e) {
            report.kept(location, "purl", String.valueOf(e.getMessage()));
            return null;
        }
    }

    /// Null when the text is no CPE name; that was then told.
    static @Nullable Cpe cpe(String text, Location location, UnreadReport report) {
        try {
            return told(Cpe.parseLenient(text), "cpe", location, report);
        } catch (IllegalArgumentException e) {
            report.kept(location, "cpe", String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static <T> T told(Forgiven<T> read, String what, Location location, UnreadReport report) {
        for (String forgiven : read.forgiven()) {
            report.kept(location, what, forgiven);
        }
        return read.value();
    }
}
