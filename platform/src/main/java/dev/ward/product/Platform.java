package dev.ward.product;

import dev.ward.standards.cpe.Cpe;
import dev.ward.standards.purl.Purl;
import dev.ward.web.TypedText;
import org.jspecify.annotations.Nullable;

/// An operating system or a piece of hardware that a configuration runs on: by name, and as far as they are known by
/// CPE
/// name and package URL, so that a condition of a record ("and runs on …") finds it.
///
/// Source: NVD API 2.0, `configurations` (nodes joined by AND).
public record Platform(
        Kind kind,
        String name,
        @Nullable String cpe,
        @Nullable String purl) {

    public static final int LONGEST = 500;

    public enum Kind {
        OPERATING_SYSTEM("Operating system"),
        HARDWARE("Hardware");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public Platform {
        name = TypedText.required("name", name, ProductDraft.LONGEST_NAME);
        cpe = cpe(TypedText.optional("cpe", cpe, LONGEST));
        purl = purl(TypedText.optional("purl", purl, LONGEST));
    }

    private static @Nullable String cpe(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return Cpe.parse(text).formatted();
        } catch (IllegalArgumentException e) {
            throw TypedText.refused(
                    "cpe",
                    "\"%s\" is no CPE name. %s".formatted(text, e.getMessage()),
                    "is no CPE name such as cpe:2.3:o:linux:linux_kernel:6.6:*:*:*:*:*:*:*");
        }
    }

    private static @Nullable String purl(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return Purl.parse(text).toString();
        } catch (IllegalArgumentException e) {
            throw TypedText.refused(
                    "purl",
                    "\"%s\" is no package URL. %s".formatted(text, e.getMessage()),
                    "is no package URL such as pkg:deb/debian/linux@6.1");
        }
    }

    /// For the trail: `OPERATING_SYSTEM Debian 12 (cpe:2.3:…)`
    @Override
    public String toString() {
        String ids = (cpe == null ? "" : " " + cpe) + (purl == null ? "" : " " + purl);
        return kind + " " + name + ids;
    }
}
