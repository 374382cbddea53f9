package dev.ward.standards.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// The first bytes of an input, and the format that they tell.
///
/// @param format       what Ward reads the input as
/// @param description  what it is in words, where Ward does not read it; else empty
/// @param read         the bytes that were taken from the input, without a UTF-8 mark
record AdvisoryHead(Format format, String description, byte[] read) {

    enum Format {
        GZIP,
        ZIP,
        JSON,
        JSON_LINES,
        EPSS_CSV,
        KEV_CSV,
        OTHER
    }

    private static final int SHORT = 1 << 12;

    /// The longest first line that is still looked through to its end for a second one.
    private static final int LONGEST_FIRST_LINE = 16 << 20;

    /// Takes the first bytes of an input.
    static AdvisoryHead read(InputStream in) throws IOException {
        byte[] read = withoutMark(in.readNBytes(SHORT));
        String text = new String(read, StandardCharsets.UTF_8).stripLeading();
        if (starts(read, 0x1F, 0x8B)) {
            return new AdvisoryHead(Format.GZIP, "", read);
        }
        if (starts(read, 'P', 'K', 3, 4)) {
            return new AdvisoryHead(Format.ZIP, "", read);
        }
        if (text.startsWith("{")) {
            FirstLine line = new FirstLine(read, LONGEST_FIRST_LINE);
            boolean lines = line.isRecordBeforeAnother(in);
            return new AdvisoryHead(lines ? Format.JSON_LINES : Format.JSON, "", line.read());
        }
        if (text.startsWith("[") || starts(read, 0xFE, 0xFF) || starts(read, 0xFF, 0xFE)) {
            return new AdvisoryHead(Format.JSON, "", read);
        }
        String header = text.replace("\"", "").toLowerCase(Locale.ROOT);
        if (header.startsWith("#model_version") || header.startsWith("cve,epss")) {
            return new AdvisoryHead(Format.EPSS_CSV, "", read);
        }
        if (header.startsWith("cveid,")) {
            return new AdvisoryHead(Format.KEV_CSV, "", read);
        }
        return new AdvisoryHead(Format.OTHER, describe(read, text), read);
    }

    /// The input from its beginning.
    InputStream whole(InputStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(read), rest);
    }

    private static String describe(byte[] read, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (text.isBlank()) {
            return "empty";
        }
        if (lower.startsWith("<")) {
            return lower.contains("<html") || lower.startsWith("<!doctype html") ? "an HTML page" : "an XML document";
        }
        if (starts(read, 'P', 'K')) {
            return "a zip archive without entries";
        }
        if (read.length > 262 && new String(read, 257, 5, StandardCharsets.US_ASCII).equals("ustar")) {
            return "a tar archive";
        }
        if (starts(read, 'B', 'Z', 'h') || starts(read, 0xFD, '7', 'z') || starts(read, 0x28, 0xB5, 0x2F, 0xFD)) {
            return "packed in a way that Ward does not unpack (bzip2, xz or zstd)";
        }
        if (lower.startsWith("%pdf")) {
            return "a PDF document";
        }
        if (lower.startsWith("```") || lower.startsWith("# ") || lower.startsWith("---")) {
            return "a Markdown or YAML text";
        }
        return lower.indexOf('\0') >= 0 ? "binary" : "a text of no kind that Ward knows";
    }

    private static byte[] withoutMark(byte[] read) {
        return starts(read, 0xEF, 0xBB, 0xBF) ? Arrays.copyOfRange(read, 3, read.length) : read;
    }

    private static boolean starts(byte[] read, int... first) {
        if (read.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((read[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
