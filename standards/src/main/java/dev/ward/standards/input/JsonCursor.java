package dev.ward.standards.input;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Walks a JSON document within the limits of [JsonInput].
public final class JsonCursor implements Cursor, Closeable {

    private final UnreadReport report;
    private final JsonParser parser;
    private boolean taken;

    private JsonCursor(UnreadReport report, JsonParser parser) {
        this.report = report;
        this.parser = parser;
    }

    /// A cursor at the document's only value; closing it does not close `input`.
    public static JsonCursor open(InputStream input, UnreadReport report) throws IOException, UnreadableInput {
        JsonCursor cursor = new JsonCursor(report, JsonInput.open(report, input));
        if (cursor.advance() == null) {
            throw report.refusal(Location.START, "JSON", "there is nothing in it");
        }
        return cursor;
    }

    @Override
    public Location location() {
        return JsonInput.location(parser);
    }

    @Override
    public boolean isXml() {
        return false;
    }

    @Override
    public boolean isList() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    @Override
    public boolean enterObject() throws IOException, UnreadableInput {
        return enter(JsonToken.START_OBJECT, "an object");
    }

    @Override
    public boolean enterChoice() throws IOException, UnreadableInput {
        return enterObject();
    }

    @Override
    public boolean enterList() throws IOException, UnreadableInput {
        return enter(JsonToken.START_ARRAY, "a list");
    }

    @Override
    public @Nullable String nextField() throws IOException, UnreadableInput {
        pass();
        if (advance() == JsonToken.END_OBJECT) {
            taken = true;
            return null;
        }
        String name = parser.currentName();
        advance();
        taken = false;
        return name;
    }

    @Override
    public boolean nextItem() throws IOException, UnreadableInput {
        pass();
        taken = advance() == JsonToken.END_ARRAY;
        return !taken;
    }

    @Override
    public @Nullable String text() throws IOException, UnreadableInput {
        taken = true;
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            return string();
        }
        if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            report.kept(location(), what(), "a text was expected, not " + string());
            return string();
        }
        refuse("a text");
        return null;
    }

    @Override
    public @Nullable String scalar() throws IOException, UnreadableInput {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            taken = true;
            return null;
        }
        if (token.isScalarValue()) {
            taken = true;
            return string();
        }
        return text();
    }

    @Override
    public @Nullable Boolean bool() throws IOException, UnreadableInput {
        taken = true;
        if (parser.currentToken().isBoolean()) {
            return parser.getBooleanValue();
        }
        refuse("true or false");
        return null;
    }

    @Override
    public @Nullable String wholeNumber() throws IOException, UnreadableInput {
        taken = true;
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT && !string().startsWith("-")) {
            return string();
        }
        refuse("a whole number");
        return null;
    }

    /// Says so when something follows the document's only value.
    public void finish() throws IOException, UnreadableInput {
        pass();
        if (advance() != null) {
            report.lost(location(), "JSON", "something follows the end of the document");
        }
    }

    @Override
    public void close() {
        parser.close();
    }

    private boolean enter(JsonToken start, String expected) throws IOException, UnreadableInput {
        taken = true;
        if (parser.currentToken() == start) {
            return true;
        }
        refuse(expected);
        return false;
    }

    private void refuse(String expected) throws IOException, UnreadableInput {
        JsonToken token = parser.currentToken();
        String found = switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_NULL -> "null";
            case VALUE_STRING -> Quoted.of(string());
            default -> string();
        };
        String reason = "%s was expected, not %s".formatted(expected, found);
        if (token == JsonToken.VALUE_NULL) {
            report.kept(location(), what(), reason);
        } else {
            report.lost(location(), what(), reason);
            taken = false;
            pass();
        }
    }

    private String what() {
        String name = parser.currentName();
        return name == null ? "item" : name;
    }

    private String string() throws IOException, UnreadableInput {
        try {
            return parser.getString();
        } catch (JacksonException e) {
            throw JsonInput.unreadable(report.input(), parser, e);
        }
    }

    private @Nullable JsonToken advance() throws IOException, UnreadableInput {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            throw JsonInput.unreadable(report.input(), parser, e);
        }
    }

    /// Passes the current value when it was not taken.
    private void pass() throws IOException, UnreadableInput {
        if (!taken) {
            taken = true;
            try {
                parser.skipChildren();
            } catch (JacksonException e) {
                throw JsonInput.unreadable(report.input(), parser, e);
            }
        }
    }
}
