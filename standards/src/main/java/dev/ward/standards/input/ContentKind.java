package dev.ward.standards.input;

import java.nio.charset.StandardCharsets;

/// What the first bytes of an input show it to be, whatever its name says.
public enum ContentKind {
    EMPTY("empty"),
    JSON("JSON"),
    XML("an XML document"),
    HTML("an HTML page"),
    GZIP("a gzip file"),
    ZIP("a zip archive"),
    EMPTY_ZIP("a zip archive without entries"),
    OTHER_COMPRESSION("packed in a way that Ward does not unpack (bzip2, xz, zstd or 7z)"),
    TAR("a tar archive"),
    PDF("a PDF document"),
    EXECUTABLE("an executable program"),
    SPDX_TAG_VALUE("SPDX in tag-value form"),
    YAML("YAML"),
    MARKDOWN("a Markdown or YAML text"),
    BINARY("binary, and of no format that Ward knows"),
    UNKNOWN("of no format that Ward knows");

    /// How many bytes are enough to tell.
    public static final int PREFIX = 1024;

    private static final String TAR_MARK = "ustar";
    private static final int TAR_MARK_AT = 257;

    private final String words;

    ContentKind(String words) {
        this.words = words;
    }

    /// The kind in words that complete "it is …".
    public String words() {
        return words;
    }

    /// The kind that a beginning shows; JSON and XML are only suspected, by their first character.
    public static ContentKind of(byte[] prefix) {
        if (prefix.length == 0) {
            return EMPTY;
        }
        ContentKind packed = ofSignature(new String(prefix, StandardCharsets.ISO_8859_1));
        if (packed != UNKNOWN) {
            return packed;
        }
        ContentKind text = ofText(text(prefix));
        boolean said = text != UNKNOWN && text != EMPTY;
        return !said && contains(prefix, 0) ? BINARY : text;
    }

    private static ContentKind ofSignature(String start) {
        if (start.startsWith("\u001f\u008b")) {
            return GZIP;
        }
        if (start.startsWith("PK\u0003\u0004")) {
            return ZIP;
        }
        if (start.startsWith("PK")) {
            return EMPTY_ZIP;
        }
        if (start.startsWith(TAR_MARK, TAR_MARK_AT)) {
            return TAR;
        }
        if (start.startsWith("BZh")
                || start.startsWith("\u00fd7zXZ")
                || start.startsWith("(\u00b5/\u00fd")
                || start.startsWith("7z\u00bc\u00af")) {
            return OTHER_COMPRESSION;
        }
        if (start.startsWith("%PDF-")) {
            return PDF;
        }
        return start.startsWith("\u007fELF") || start.startsWith("MZ") ? EXECUTABLE : UNKNOWN;
    }

    private static ContentKind ofText(String text) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        char first = text.charAt(0);
        if (first == '{' || first == '[') {
            return JSON;
        }
        if (first == '<') {
            boolean html =
                    text.regionMatches(true, 0, "<!doctype html", 0, 14) || text.regionMatches(true, 0, "<html", 0, 5);
            return html ? HTML : XML;
        }
        if (text.lines().anyMatch(line -> line.startsWith("SPDXVersion:"))) {
            return SPDX_TAG_VALUE;
        }
        if (text.startsWith("```") || text.startsWith("# ")) {
            return MARKDOWN;
        }
        boolean yaml = text.startsWith("---")
                || text.startsWith("%YAML")
                || text.lines().limit(3).anyMatch(line -> line.matches("\"?[A-Za-z]+\"?:( .*)?"));
        return yaml ? YAML : UNKNOWN;
    }

    private static boolean contains(byte[] bytes, int value) {
        for (byte b : bytes) {
            if (b == value) {
                return true;
            }
        }
        return false;
    }

    /// The text as far as its first characters matter: a mark, zeros of wide encodings and white space are taken
    /// away.
    private static String text(byte[] prefix) {
        return new String(prefix, StandardCharsets.ISO_8859_1)
                .replaceFirst("^(\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe|\u0000\u0000\u00fe\u00ff)", "")
                .replace("\u0000", "")
                .strip();
    }
}
