package dev.ward.standards.source;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ContainerNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Builds the tree of one record from a stream of tokens, within limits, and without recursion.
///
/// The parser stands on the record's first token before, and on its last after, whatever was found wrong.
public final class RecordTree {

    /// Characters of one record, counting each value as at least 16.
    public static final long LONGEST_RECORD = 64L << 20;

    /// Levels of objects and arrays within one record.
    public static final int DEEPEST_RECORD = 200;

    private static final int COST_OF_A_VALUE = 16;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final long longest;
    private final Deque<ContainerNode<?>> open = new ArrayDeque<>();
    private final Deque<String> names = new ArrayDeque<>();
    private long cost;
    private @Nullable JsonNode root;

    private RecordTree(JsonParser parser, long longest) {
        this.parser = parser;
        this.longest = longest;
    }

    /// What became of a record: its tree, or why there is none.
    public sealed interface Result {
        /// @param cost  its length as the limit counts it
        record Tree(JsonNode root, long cost) implements Result {}

        record Refused(String reason) implements Result {}
    }

    public static Result read(JsonParser parser) {
        return read(parser, LONGEST_RECORD);
    }

    /// @param longest  what is left of the record's length when it is read in parts
    public static Result read(JsonParser parser, long longest) {
        return new RecordTree(parser, longest).read();
    }

    private Result read() {
        JsonToken token = parser.currentToken();
        while (true) {
            String refused = take(token);
            if (refused != null) {
                skipTheRest(token);
                return new Result.Refused(refused);
            }
            if (root != null && open.isEmpty()) {
                return new Result.Tree(root, cost);
            }
            token = parser.nextToken();
            if (token == null) {
                return new Result.Refused("the text ends within the record");
            }
        }
    }

    private @Nullable String take(JsonToken token) {
        cost += COST_OF_A_VALUE;
        switch (token) {
            case START_OBJECT -> start(NODES.objectNode());
            case START_ARRAY -> start(NODES.arrayNode());
            case END_OBJECT, END_ARRAY -> open.pop();
            case PROPERTY_NAME -> name();
            default -> put(scalar(token));
        }
        if (open.size() > DEEPEST_RECORD) {
            return "nested deeper than %d levels".formatted(DEEPEST_RECORD);
        }
        return cost > longest ? "longer than %d characters".formatted(LONGEST_RECORD) : null;
    }

    private void name() {
        String name = parser.currentName();
        cost += name.length();
        names.push(name);
    }

    private void start(ContainerNode<?> container) {
        put(container);
        open.push(container);
    }

    private void put(JsonNode value) {
        switch (open.peek()) {
            case ObjectNode object -> object.set(names.pop(), value);
            case ArrayNode array -> array.add(value);
            case null, default -> root = value;
        }
    }

    private JsonNode scalar(JsonToken token) {
        return switch (token) {
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            default -> {
                String text = parser.getString();
                cost += text.length();
                yield NODES.stringNode(text);
            }
        };
    }

    /// No record of a source holds a number that a double cannot tell well enough.
    private JsonNode number() {
        String text = parser.getString();
        cost += text.length();
        return NODES.numberNode(Double.parseDouble(text));
    }

    private void skipTheRest(JsonToken last) {
        int depth = open.size();
        if (last == JsonToken.START_OBJECT || last == JsonToken.START_ARRAY) {
            parser.skipChildren();
            depth--;
        }
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return;
            }
            if (token.isStructEnd()) {
                depth--;
            } else {
                parser.skipChildren();
            }
        }
    }
}
