package dev.ward.standards.input;

import java.io.BufferedInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/// Opens JSON that may be hostile as a stream of tokens, and says where a token stands.
///
/// UTF-8, UTF-16 and UTF-32 are told apart by their mark or their first bytes. The parser builds no tree and does not
/// recurse; strings and numbers are at most 32 MiB, names 64 KiB, nesting 100,000 levels. A reader that recurses sets
/// a limit of its own far below that, and passes what lies deeper with `skipChildren`, so that one over-deep part does
/// not hide the rest. The length of the whole is not bounded.
///
/// A byte that is no UTF-8, a control character within a string and a backslash that begins no escape are mended and
/// told, since they spoil one value and should not hide all that follows.
///
/// The parser throws [JacksonException]s, which are unchecked: a reader catches them around its whole work and throws
/// what [#unreadable] makes of them.
///
/// Source: RFC 8259, JSON; RFC 6901, JSON Pointer.
public final class JsonInput {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(32 << 20)
                    .maxNameLength(64 << 10)
                    .maxNumberLength(32 << 20)
                    .maxNestingDepth(100_000)
                    .build())
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    /// A hostile document may have long names many levels deep.
    private static final int LONGEST_POINTER = 64 << 10;

    private static final int WIDEST_CHARACTER = 4;

    private JsonInput() {}

    /// A parser before the first token; closing it does not close `input`.
    ///
    /// @param report  what is mended is told here, as it is met; its name is that of the input in messages
    /// @throws UnreadableInput  when the first bytes are of no encoding of JSON
    public static JsonParser open(UnreadReport report, InputStream input) throws IOException, UnreadableInput {
        try {
            return FACTORY.createParser(ObjectReadContext.empty(), mended(report, input));
        } catch (JacksonException e) {
            throw unreadable(report.input(), Location.START, e);
        }
    }

    private static InputStream mended(UnreadReport report, InputStream input) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(input, 1 << 16);
        buffered.mark(WIDEST_CHARACTER);
        byte[] start = buffered.readNBytes(WIDEST_CHARACTER);
        buffered.reset();
        if (isWide(start)) {
            return buffered;
        }
        Mending mending = new Mending(report, "JSON");
        return new MendedStrings(new MendedUtf8(buffered, mending, true), mending);
    }

    /// Whether the text is UTF-16 or UTF-32: it begins with the mark of one, or its first character, which is ASCII
    /// in any JSON, has an empty byte.
    private static boolean isWide(byte[] start) {
        int first = start.length > 0 ? start[0] & 0xff : 0;
        int second = start.length > 1 ? start[1] & 0xff : 0;
        return start.length > 1 && (first == 0 || second == 0 || first + second == 0xFE + 0xFF);
    }

    /// Where the parser's current token stands.
    public static Location location(JsonParser parser) {
        TokenStreamLocation place = parser.currentTokenLocation();
        return new Location(place.getLineNr(), place.getColumnNr(), pointer(parser.streamReadContext()));
    }

    /// The JSON Pointer of the value that the parser stands at; beyond 65,536 characters it ends in `/…`.
    public static String pointer(TokenStreamContext context) {
        // From the root down without recursion: a hostile document may be 100,000 levels deep.
        Deque<TokenStreamContext> path = new ArrayDeque<>();
        for (TokenStreamContext at = context; at != null && !at.inRoot(); at = at.getParent()) {
            path.push(at);
        }
        StringBuilder pointer = new StringBuilder();
        for (TokenStreamContext at : path) {
            if (pointer.length() > LONGEST_POINTER) {
                return pointer.append("/…").toString();
            }
            String name = at.inObject() ? at.currentName() : null;
            if (name != null) {
                pointer.append('/').append(escaped(name));
            } else if (at.inArray() && at.hasCurrentIndex()) {
                pointer.append('/').append(at.getCurrentIndex());
            }
        }
        return pointer.toString();
    }

    /// What to throw when the parser broke off: the text is not JSON from here on, or a limit is exceeded.
    ///
    /// @throws IOException  the input's own, when reading it failed
    public static UnreadableInput unreadable(String name, JsonParser parser, JacksonException e) throws IOException {
        TokenStreamLocation place = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
        Location location = new Location(
                Math.max(0, place.getLineNr()), Math.max(0, place.getColumnNr()), pointer(parser.streamReadContext()));
        return unreadable(name, location, e);
    }

    private static UnreadableInput unreadable(String name, Location location, JacksonException e) throws IOException {
        if (e instanceof JacksonIOException && e.getCause() instanceof IOException cause) {
            if (!(cause instanceof CharConversionException)) {
                throw cause;
            }
        }
        return new UnreadableInput(new Unread(name, location, "JSON", reason(e), true));
    }

    /// The parser's message without its own names for things.
    private static String reason(JacksonException e) {
        String message = e.getOriginalMessage();
        if (e instanceof UnexpectedEndOfInputException) {
            return "it ends in the middle of the document; it was cut off";
        }
        return message.lines().findFirst().orElse("").replaceFirst(", from `[^`]*`", "");
    }

    private static String escaped(String name) {
        return name.indexOf('~') < 0 && name.indexOf('/') < 0
                ? name
                : name.replace("~", "~0").replace("/", "~1");
    }
}
