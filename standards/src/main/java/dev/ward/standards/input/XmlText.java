package dev.ward.standards.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Decodes XML by its byte order mark, its first bytes or its declaration.
///
/// The platform's parser could do so too, but prints every badly encoded byte to the standard error stream.
///
/// Source: Extensible Markup Language (XML) 1.0, appendix F.
final class XmlText {

    private static final int PREFIX = 256;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

    private XmlText() {}

    /// What is mended in UTF-8 is told, since one bad byte should not hide all that follows.
    ///
    /// @throws UnreadableInput when the declared encoding is not known
    static Reader of(UnreadReport report, InputStream input) throws IOException, UnreadableInput {
        BufferedInputStream buffered = new BufferedInputStream(input, 1 << 16);
        buffered.mark(PREFIX);
        String start = new String(buffered.readNBytes(PREFIX), StandardCharsets.ISO_8859_1);
        buffered.reset();
        Charset charset = charset(report, start);
        buffered.skipNBytes(mark(start));
        if (charset.equals(StandardCharsets.US_ASCII)) {
            charset = StandardCharsets.UTF_8; // which holds it, and can be mended
        }
        boolean utf8 = charset.equals(StandardCharsets.UTF_8);
        return new InputStreamReader(
                utf8 ? new MendedUtf8(buffered, new Mending(report, "XML"), false) : buffered,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static int mark(String start) {
        if (start.startsWith("\u00ef\u00bb\u00bf")) {
            return 3;
        }
        return start.startsWith("\u00fe\u00ff") || start.startsWith("\u00ff\u00fe") ? 2 : 0;
    }

    private static Charset charset(UnreadReport report, String start) throws UnreadableInput {
        if (start.startsWith("\u00fe\u00ff") || start.startsWith("\u0000<")) {
            return StandardCharsets.UTF_16BE;
        }
        if (start.startsWith("\u00ff\u00fe") || start.startsWith("<\u0000")) {
            return StandardCharsets.UTF_16LE;
        }
        Matcher declared = DECLARED.matcher(start);
        if (mark(start) > 0 || !declared.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(declared.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw report.refusal(
                    Location.START, "XML", "its encoding \"%s\" is not known".formatted(declared.group(1)));
        }
    }
}
