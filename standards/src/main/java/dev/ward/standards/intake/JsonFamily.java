package dev.ward.standards.intake;

import dev.ward.standards.input.JsonInput;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Which family of documents a JSON object belongs to, by the names of its top-level fields.
///
/// Names that only one family uses decide at once, wherever they stand. Names that other files use too (`components`,
/// `packages`) decide only where the object is so large that none of the first was met in its first 8 MiB.
enum JsonFamily {
    CYCLONEDX("CycloneDX"),
    SPDX_2("SPDX 2"),
    SPDX_3("SPDX 3 in JSON-LD"),
    CSAF("a CSAF advisory"),
    OPENVEX("an OpenVEX document"),
    OTHER("JSON, but neither CycloneDX nor SPDX"),
    UNDECIDED("JSON that does not show in its first 8 MiB what it is");

    private static final int LOOK_AHEAD = 8 << 20;
    private static final Set<String> CYCLONEDX_HINTS = Set.of(
            "components", "services", "dependencies", "metadata", "compositions", "vulnerabilities", "serialNumber");
    private static final Set<String> SPDX_HINTS =
            Set.of("packages", "files", "relationships", "snippets", "creationInfo", "dataLicense");

    private final String words;

    JsonFamily(String words) {
        this.words = words;
    }

    /// The family in words that complete "it is …".
    String words() {
        return words;
    }

    /// Looks ahead in the input and sets it back to where it was; what it mends is told by who reads it.
    ///
    /// @throws UnreadableInput when it stops being JSON before it shows what it is
    static JsonFamily of(String name, BufferedInputStream input) throws IOException, UnreadableInput {
        input.mark(LOOK_AHEAD + 1);
        try (LookAhead ahead = new LookAhead(input, LOOK_AHEAD);
                JsonParser parser = JsonInput.open(new UnreadReport(name, told -> {}), ahead)) {
            return decide(name, parser, ahead);
        } finally {
            input.reset();
        }
    }

    private static JsonFamily decide(String name, JsonParser parser, LookAhead ahead)
            throws IOException, UnreadableInput {
        JsonFamily hint = null;
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return OTHER;
            }
            for (String field = parser.nextName(); field != null; field = parser.nextName()) {
                parser.nextToken();
                JsonFamily family = certain(field, parser);
                if (family != null) {
                    return family;
                }
                hint = hint == null ? hint(field) : hint;
                parser.skipChildren();
            }
            return OTHER;
        } catch (JacksonException e) {
            if (hint != null) {
                return hint;
            }
            if (ahead.isExhausted()) {
                return UNDECIDED;
            }
            throw JsonInput.unreadable(name, parser, e);
        }
    }

    private static @Nullable JsonFamily certain(String field, JsonParser parser) {
        return switch (field) {
            case "bomFormat", "specVersion" -> CYCLONEDX;
            case "spdxVersion", "SPDXID" -> SPDX_2;
            case "@context" -> ofContext(parser);
            case "$schema" -> text(parser).contains("cyclonedx.org") ? CYCLONEDX : null;
            case "document" -> parser.currentToken() == JsonToken.START_OBJECT ? CSAF : null;
            default -> null;
        };
    }

    /// The contexts of JSON-LD: an address, or a list of them.
    private static @Nullable JsonFamily ofContext(JsonParser parser) {
        boolean listed = parser.currentToken() == JsonToken.START_ARRAY;
        String context = listed && parser.nextToken() == JsonToken.VALUE_STRING ? text(parser) : "";
        while (listed && parser.currentToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
            parser.nextToken();
        }
        context += text(parser);
        if (context.contains("spdx.org")) {
            return SPDX_3;
        }
        return context.contains("openvex") ? OPENVEX : null;
    }

    private static String text(JsonParser parser) {
        return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : "";
    }

    private static @Nullable JsonFamily hint(String field) {
        if (CYCLONEDX_HINTS.contains(field)) {
            return CYCLONEDX;
        }
        if (field.equals("@graph")) {
            return SPDX_3;
        }
        return SPDX_HINTS.contains(field) ? SPDX_2 : null;
    }
}
