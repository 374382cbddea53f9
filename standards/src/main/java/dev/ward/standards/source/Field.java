package dev.ward.standards.source;

import dev.ward.standards.input.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A value of a record's tree, which may be absent, and its place.
///
/// Absent and null are the same. A value of the wrong type is told as lost, once for each question, and answered as
/// if it were absent; so no question ever throws.
///
/// @param parent  the value that this one stands in; null for the record itself
/// @param step    its name or index in `parent`
public record Field(SourceRecord record, @Nullable Field parent, String step, JsonNode node) {

    public Field at(String name) {
        return new Field(record, this, name, node.path(name));
    }

    public boolean has(String name) {
        return at(name).present();
    }

    public boolean present() {
        return !node.isMissingNode() && !node.isNull();
    }

    /// The text under a name; empty when absent.
    public String text(String name) {
        return at(name).text();
    }

    public String text() {
        if (node.isString()) {
            return node.stringValue();
        }
        if (present()) {
            lose("is %s, not a text".formatted(quoted()));
        }
        return "";
    }

    public OptionalDouble number(String name) {
        Field value = at(name);
        if (value.node.isNumber()) {
            return OptionalDouble.of(value.node.doubleValue());
        }
        if (value.present()) {
            value.lose("is %s, not a number".formatted(value.quoted()));
        }
        return OptionalDouble.empty();
    }

    public boolean flag(String name, boolean whenAbsent) {
        Field value = at(name);
        if (value.node.isBoolean()) {
            return value.node.booleanValue();
        }
        if (value.present()) {
            value.lose("is %s, not true or false".formatted(value.quoted()));
        }
        return whenAbsent;
    }

    /// The object under a name, also when it is absent.
    public Field object(String name) {
        Field value = at(name);
        if (value.present() && !value.node.isObject()) {
            value.lose("is %s, not an object".formatted(value.quoted()));
        }
        return value;
    }

    /// The elements of the array under a name, of whatever type.
    public List<Field> each(String name) {
        Field array = at(name);
        if (!array.present()) {
            return List.of();
        }
        if (!array.node.isArray()) {
            array.lose("is %s, not an array".formatted(array.quoted()));
            return List.of();
        }
        List<Field> elements = new ArrayList<>(array.node.size());
        for (int i = 0; i < array.node.size(); i++) {
            elements.add(new Field(record, array, Integer.toString(i), array.node.get(i)));
        }
        return elements;
    }

    /// The elements of the array under a name that are objects.
    public List<Field> objects(String name) {
        List<Field> objects = new ArrayList<>();
        for (Field element : each(name)) {
            if (element.isObject()) {
                objects.add(element);
            }
        }
        return objects;
    }

    /// Whether this is an object; told as lost when it is not.
    public boolean isObject() {
        if (!node.isObject()) {
            lose("is %s, not an object".formatted(quoted()));
        }
        return node.isObject();
    }

    /// The elements of the array under a name that are texts and not empty.
    public List<String> texts(String name) {
        return each(name).stream()
                .map(Field::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /// Tells that this part was not read.
    public void lose(String reason) {
        record.lose(pointer(), reason);
    }

    /// Tells that this part was kept, but is not as its format demands or not as Ward understands it.
    public void mark(String reason) {
        record.mark(pointer(), reason);
    }

    /// The value in quotes, cut when it is long.
    public String quoted() {
        if (node.isContainer()) {
            return node.isArray() ? "an array" : "an object";
        }
        return Quoted.of(node.isString() ? node.stringValue() : node.toString());
    }

    String pointer() {
        String escaped = step.replace("~", "~0").replace("/", "~1");
        return parent == null ? "" : parent.pointer() + "/" + escaped;
    }
}
