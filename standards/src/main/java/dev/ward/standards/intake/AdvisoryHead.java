package dev.ward.standards.intake;

import dev.ward.standards.input.ContentKind;
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

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int SHORT = 1 << 12;

    /// The longest first line that is still looked through to its end for a second one.
    private static final int LONGEST_FIRST_LINE = 16 << 20;

    /// Takes the first bytes of an input.
    static AdvisoryHead read(InputStream in) throws IOException {
        byte[] read = withoutMark(in.readNBytes(SHORT));
        ContentKind kind = ContentKind.of(read);
        return switch (kind) {
            case GZIP -> new AdvisoryHead(Format.GZIP, "", read);
            case ZIP -> new AdvisoryHead(Format.ZIP, "", read);
            case JSON -> json(read, in);
            case XML -> new AdvisoryHead(Format.OTHER, kind.words(), read);
            case HTML,
                    EMPTY,
                    EMPTY_ZIP,
                    OTHER_COMPRESSION,
                    TAR,
                    PDF,
                    EXECUTABLE,
                    SPDX_TAG_VALUE,
                    YAML,
                    MARKDOWN,
                    BINARY,
                    UNKNOWN -> new AdvisoryHead(table(text(read)), kind.words(), read);
        };
    }

    private static AdvisoryHead json(byte[] read, InputStream in) throws IOException {
        if (!text(read).startsWith("{")) {
            return new AdvisoryHead(Format.JSON, "", read);
        }
        FirstLine line = new FirstLine(read, LONGEST_FIRST_LINE);
        boolean lines = line.isRecordBeforeAnother(in);
        return new AdvisoryHead(lines ? Format.JSON_LINES : Format.JSON, "", line.read());
    }

    /// The table whose header a text begins with, else `OTHER`.
    private static Format table(String text) {
        String header = text.replace("\"", "");
        if (header.startsWith("#model_version") || header.startsWith("cve,epss")) {
            return Format.EPSS_CSV;
        }
        return header.startsWith("cveid,") ? Format.KEV_CSV : Format.OTHER;
    }

    /// The bytes as text in small letters.
    private static String text(byte[] read) {
        return new String(read, StandardCharsets.UTF_8).stripLeading().toLowerCase(Locale.ROOT);
    }

    /// The input from its beginning.
    InputStream whole(InputStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(read), rest);
    }

    private static byte[] withoutMark(byte[] read) {
        boolean marked = Arrays.mismatch(read, MARK) >= MARK.length || Arrays.equals(read, MARK);
        return marked ? Arrays.copyOfRange(read, MARK.length, read.length) : read;
    }
}
