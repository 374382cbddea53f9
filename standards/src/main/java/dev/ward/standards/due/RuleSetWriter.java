package dev.ward.standards.due;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Writes the JSON of a set of rules from its lines.
final class RuleSetWriter {

    private static final JsonFactory FACTORY = JsonFactory.builder().build();
    private static final String CLOCK = "clock";
    /// Keys of clocks with one value, as their lines call them.
    private static final SequencedMap<String, String> SINGLE = new LinkedHashMap<>();

    static {
        List.of("counts", "zone", "calendar", "last-day", "unless", "since", "binding")
                .forEach(word -> SINGLE.put(word, word.equals("last-day") ? "lastDay" : word));
    }

    private final JsonGenerator json;
    private final List<List<String>> lines;

    /// As people can read it too.
    private static final class Indented extends ObjectWriteContext.Base {

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    private RuleSetWriter(JsonGenerator json, List<List<String>> lines) {
        this.json = json;
        this.lines = lines;
    }

    static String write(RuleSet set) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(new Indented(), text)) {
            new RuleSetWriter(
                            json,
                            set.text().stream()
                                    .map(line -> List.of(line.split("\t", -1)))
                                    .toList())
                    .write();
        }
        return text.toString();
    }

    private void write() {
        json.writeStartObject();
        int firstClock = 0;
        while (firstClock < lines.size() && !lines.get(firstClock).getFirst().equals(CLOCK)) {
            head(lines.get(firstClock++));
        }
        List<List<String>> head = lines.subList(0, firstClock);
        list("gates", head, "gate", this::point);
        list("conditions", head, "condition", this::point);
        list("outcomes", head, "outcome", line -> object("key", line.get(1), "name", line.get(2)));
        list("rows", head, "row", line -> {
            json.writeStartObject();
            strings("when", line.subList(1, line.size() - 1));
            json.writeStringProperty("outcome", line.getLast());
            json.writeEndObject();
        });
        json.writeArrayPropertyStart("clocks");
        for (int i = firstClock; i < lines.size(); ) {
            int end = i + 1;
            while (end < lines.size() && !lines.get(end).getFirst().equals(CLOCK)) {
                end++;
            }
            clock(lines.subList(i, end));
            i = end;
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void head(List<String> line) {
        switch (line.getFirst()) {
            case "ruleset" -> {
                json.writeStringProperty("id", line.get(1));
                json.writeStringProperty("version", line.get(2));
                json.writeStringProperty("name", line.get(3));
            }
            case "regime" -> {
                json.writeStringProperty("regime", line.get(1));
                json.writeStringProperty("authority", line.get(2));
                if (line.size() > 3) {
                    json.writeStringProperty("regimeMeaning", line.get(3));
                }
            }
            case "status" -> json.writeStringProperty("status", line.get(1));
            case "effective" -> {
                json.writeStringProperty("effectiveFrom", line.get(1));
                if (!line.get(2).equals("-")) {
                    json.writeStringProperty("effectiveTo", line.get(2));
                }
            }
            case "source" -> source(line);
            case "remark" -> json.writeStringProperty("remark", line.get(1));
            default -> {
                // a part of a list
            }
        }
    }

    private void source(List<String> line) {
        json.writeObjectPropertyStart("source");
        json.writeStringProperty("citation", line.get(1));
        if (line.size() > 2) {
            json.writeStringProperty("verifiedBy", line.get(2));
            json.writeStringProperty("verifiedOn", line.get(3));
        }
        json.writeEndObject();
    }

    /// Writes a part of a list.
    private interface Part {
        void write(List<String> line);
    }

    private void list(String name, List<List<String>> all, String word, Part part) {
        json.writeArrayPropertyStart(name);
        all.stream().filter(line -> line.getFirst().equals(word)).forEach(part::write);
        json.writeEndArray();
    }

    private void point(List<String> line) {
        json.writeStartObject();
        json.writeStringProperty("id", line.get(1));
        json.writeStringProperty("name", line.get(2));
        strings("asks", line.subList(3, line.size()));
        json.writeEndObject();
    }

    private void object(String one, String first, String other, String second) {
        json.writeStartObject();
        json.writeStringProperty(one, first);
        json.writeStringProperty(other, second);
        json.writeEndObject();
    }

    private void strings(String name, List<String> all) {
        json.writeArrayPropertyStart(name);
        all.forEach(json::writeString);
        json.writeEndArray();
    }

    /// In an order of its own, whatever that of the lines is.
    private void clock(List<List<String>> of) {
        Map<String, List<String>> cells = new HashMap<>();
        of.forEach(line -> cells.merge(line.getFirst(), line.subList(1, line.size()), RuleSetWriter::joined));
        json.writeStartObject();
        json.writeStringProperty("id", of.getFirst().get(1));
        json.writeStringProperty("name", of.getFirst().get(2));
        strings("start", cells.getOrDefault("start", List.of()));
        for (String key : List.of("when", "stop")) {
            if (cells.containsKey(key)) {
                strings(key, cells.getOrDefault(key, List.of()));
            }
        }
        List<String> length = cells.getOrDefault("length", List.of());
        json.writeNumberProperty("length", Integer.parseInt(length.getFirst()));
        json.writeStringProperty("unit", length.getLast());
        if (cells.containsKey("warn")) {
            json.writeArrayPropertyStart("warn");
            cells.getOrDefault("warn", List.of()).forEach(number -> json.writeNumber(Integer.parseInt(number)));
            json.writeEndArray();
        }
        SINGLE.forEach((word, key) -> {
            if (cells.containsKey(word)) {
                json.writeStringProperty(
                        key, cells.getOrDefault(word, List.of()).getFirst());
            }
        });
        if (cells.containsKey("source")) {
            source(joined(List.of("source"), cells.getOrDefault("source", List.of())));
        }
        json.writeEndObject();
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
