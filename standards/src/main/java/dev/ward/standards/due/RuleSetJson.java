package dev.ward.standards.due;

import dev.ward.standards.due.RuleSetReader.Line;
import dev.ward.standards.input.Cursor;
import dev.ward.standards.input.JsonCursor;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.input.Unread;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Reads the JSON of a set of rules into the lines that [RuleSetReader] reads. It goes on after a fault, so
/// that all are told at once.
final class RuleSetJson {

    private static final int LONGEST = 1_000;
    /// Of entries in all lists together.
    private static final int MOST_ENTRIES = 20_000;

    private static final Set<String> TEXTS = Set.of(
            "id",
            "version",
            "name",
            "regime",
            "regimeMeaning",
            "authority",
            "status",
            "effectiveFrom",
            "effectiveTo",
            "remark");
    private static final Set<String> CLOCK_TEXTS = Set.of(
            "id", "name", "length", "unit", "counts", "zone", "calendar", "lastDay", "unless", "since", "binding");
    private static final List<String> NEEDED =
            List.of("id", "version", "name", "regime", "authority", "status", "effectiveFrom", "source");

    private final List<String> faults;
    private final JsonCursor cursor;
    private final Map<String, String> texts = new HashMap<>();
    private final List<Line> points = new ArrayList<>();
    private final List<Line> outcomes = new ArrayList<>();
    private final List<Line> rows = new ArrayList<>();
    private final List<Line> clocks = new ArrayList<>();
    private final List<List<List<String>>> calendars = new ArrayList<>();
    private List<String> source = List.of();
    private int entries;

    private RuleSetJson(JsonCursor cursor, List<String> faults) {
        this.cursor = cursor;
        this.faults = faults;
    }

    /// What was found, in the order in which [RuleSetReader] takes it.
    ///
    /// @param calendars  the lines of each
    record Found(List<Line> lines, List<List<List<String>>> calendars) {

        Found {
            lines = List.copyOf(lines);
            calendars = List.copyOf(calendars);
        }
    }

    /// @param faults  to which those are added that are found
    static Found read(byte[] json, List<String> faults) {
        UnreadReport report = new UnreadReport("the file", unread -> faults.add(words(unread)));
        try (JsonCursor cursor = JsonCursor.open(new ByteArrayInputStream(json), report)) {
            RuleSetJson reader = new RuleSetJson(cursor, faults);
            reader.walk();
            cursor.finish();
            return reader.found();
        } catch (UnreadableInput e) {
            faults.add(words(e.unread()));
        } catch (JacksonException e) {
            faults.add("it is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            faults.add("it cannot be read: " + e.getMessage());
        }
        return new Found(List.of(), List.of());
    }

    private static String words(Unread unread) {
        return "%s: %s".formatted(place(unread.location()), unread.reason());
    }

    private static String place(Location location) {
        return location.pointer().isEmpty()
                ? "line %d, column %d".formatted(location.line(), location.column())
                : location.pointer();
    }

    private void fault(String what) {
        faults.add("%s: %s".formatted(place(cursor.location()), what));
    }

    private void walk() throws IOException, UnreadableInput {
        Set<String> seen = new HashSet<>();
        if (!cursor.enterObject()) {
            return;
        }
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            if (!seen.add(field)) {
                fault("it stands twice");
            } else if (TEXTS.contains(field)) {
                text(texts, field);
            } else {
                list(field);
            }
        }
        NEEDED.stream()
                .filter(key -> !seen.contains(key))
                .forEach(key -> faults.add("/%s: it is missing".formatted(key)));
    }

    private void list(String field) throws IOException, UnreadableInput {
        switch (field) {
            case "source" -> source = source();
            case "gates" -> each(() -> point("gate"));
            case "conditions" -> each(() -> point("condition"));
            case "outcomes" -> each(this::outcome);
            case "rows" -> each(this::row);
            case "clocks" -> each(this::clock);
            case "calendars" -> each(this::calendar);
            default -> fault("there is no such key");
        }
    }

    private void each(Cursor.ItemReading one) throws IOException, UnreadableInput {
        cursor.eachItem(() -> {
            if (++entries <= MOST_ENTRIES) {
                one.read();
            } else if (entries == MOST_ENTRIES + 1) {
                fault("there are more than %,d entries".formatted(MOST_ENTRIES));
            }
        });
    }

    private void point(String kind) throws IOException, UnreadableInput {
        String place = place(cursor.location());
        Map<String, Object> one = object(Set.of("id", "name"), Set.of("asks"), Set.of());
        List<String> cells = new ArrayList<>(List.of(kind, needed(one, "id", place), needed(one, "name", place)));
        cells.addAll(list(one, "asks"));
        points.add(new Line(place, cells));
    }

    private void outcome() throws IOException, UnreadableInput {
        String place = place(cursor.location());
        Map<String, Object> one = object(Set.of("key", "name"), Set.of(), Set.of());
        outcomes.add(new Line(place, List.of("outcome", needed(one, "key", place), needed(one, "name", place))));
    }

    private void row() throws IOException, UnreadableInput {
        String place = place(cursor.location());
        Map<String, Object> one = object(Set.of("outcome"), Set.of("when"), Set.of());
        List<String> cells = new ArrayList<>(List.of("row"));
        cells.addAll(list(one, "when"));
        cells.add(needed(one, "outcome", place));
        rows.add(new Line(place, cells));
    }

    private void clock() throws IOException, UnreadableInput {
        String place = place(cursor.location());
        Map<String, Object> one = object(CLOCK_TEXTS, Set.of("start", "when", "warn", "stop"), Set.of("source"));
        clocks.add(new Line(place, List.of("clock", needed(one, "id", place), needed(one, "name", place))));
        for (String key : List.of("start", "when", "warn", "stop", "source")) {
            line(place, key, list(one, key));
        }
        line(place, "length", List.of(needed(one, "length", place), needed(one, "unit", place)));
        for (String key : List.of("counts", "zone", "calendar", "unless", "since", "binding")) {
            line(place, key, one.get(key) instanceof String text ? List.of(text) : List.of());
        }
        line(place, "last-day", one.get("lastDay") instanceof String text ? List.of(text) : List.of());
    }

    private void line(String place, String word, List<String> cells) {
        if (!cells.isEmpty()) {
            List<String> all = new ArrayList<>(List.of(word));
            all.addAll(cells);
            clocks.add(new Line(place, all));
        }
    }

    private void calendar() throws IOException, UnreadableInput {
        String place = place(cursor.location());
        List<List<String>> days = new ArrayList<>();
        Map<String, Object> one = object(Set.of("id", "name"), Set.of("weekend"), Set.of("source", "holidays"), days);
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("calendar", needed(one, "id", place), needed(one, "name", place)));
        lines.add(concat("source", list(one, "source")));
        lines.add(concat("weekend", list(one, "weekend")));
        lines.addAll(days);
        calendars.add(lines);
    }

    private static List<String> concat(String word, List<String> cells) {
        List<String> all = new ArrayList<>(List.of(word));
        all.addAll(cells);
        return all;
    }

    /// `{"kind": "fixed", "first": 1990, "observed": true, "on": "12 25", "name": "Christmas Day"}`.
    private List<String> holiday() throws IOException, UnreadableInput {
        String place = place(cursor.location());
        Map<String, Object> one = object(Set.of("kind", "first", "observed", "on", "name"), Set.of(), Set.of());
        return List.of(
                needed(one, "kind", place),
                one.get("first") instanceof String year ? year : "-",
                "true".equals(one.get("observed")) ? "observed" : "-",
                needed(one, "on", place),
                needed(one, "name", place));
    }

    private List<String> source() throws IOException, UnreadableInput {
        String place = place(cursor.location());
        Map<String, Object> one = object(Set.of("citation", "verifiedBy", "verifiedOn"), Set.of(), Set.of());
        String citation = needed(one, "citation", place);
        boolean verified = one.get("verifiedBy") instanceof String || one.get("verifiedOn") instanceof String;
        return verified
                ? List.of(citation, needed(one, "verifiedBy", place), needed(one, "verifiedOn", place))
                : List.of(citation);
    }

    private Map<String, Object> object(Set<String> names, Set<String> lists, Set<String> objects)
            throws IOException, UnreadableInput {
        return object(names, lists, objects, new ArrayList<>());
    }

    /// @param days  to which the holidays of a calendar are added
    private Map<String, Object> object(
            Set<String> names, Set<String> lists, Set<String> objects, List<List<String>> days)
            throws IOException, UnreadableInput {
        Map<String, Object> read = new HashMap<>();
        if (!cursor.enterObject()) {
            return read;
        }
        Set<String> seen = new HashSet<>();
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            if (!seen.add(field)) {
                fault("it stands twice");
            } else if (names.contains(field)) {
                Map<String, String> one = new HashMap<>();
                text(one, field);
                one.forEach(read::put);
            } else if (lists.contains(field)) {
                read.put(field, texts());
            } else if (objects.contains(field) && field.equals("holidays")) {
                each(() -> days.add(holiday()));
            } else if (objects.contains(field)) {
                read.put(field, source());
            } else {
                fault("there is no such key");
            }
        }
        return read;
    }

    private List<String> texts() throws IOException, UnreadableInput {
        List<String> all = new ArrayList<>();
        each(() -> {
            Map<String, String> item = new HashMap<>();
            text(item, "item");
            all.addAll(item.values());
        });
        return all;
    }

    private String needed(Map<String, Object> one, String key, String place) {
        if (one.get(key) instanceof String text) {
            return text;
        }
        faults.add("%s/%s: it is missing".formatted(place, key));
        return "";
    }

    private static List<String> list(Map<String, Object> one, String key) {
        List<String> all = new ArrayList<>();
        if (one.get(key) instanceof List<?> items) {
            items.forEach(item -> all.add(Objects.toString(item)));
        }
        return all;
    }

    /// Takes a text that can be kept and shown; null is nothing.
    private void text(Map<String, String> into, String key) throws IOException, UnreadableInput {
        String place = place(cursor.location());
        String text = cursor.scalar();
        if (text == null) {
            return;
        }
        String fault = faultOf(text);
        if (fault != null) {
            faults.add("%s: %s %s".formatted(place, Quoted.of(text), fault));
        }
        into.put(key, text);
    }

    private static @Nullable String faultOf(String text) {
        if (text.isBlank() || !text.equals(text.strip())) {
            return "is empty, or begins or ends with a blank";
        }
        if (text.length() > LONGEST) {
            return "is longer than %,d characters".formatted(LONGEST);
        }
        return text.codePoints().anyMatch(RuleSetJson::isHidden) ? "holds a character that cannot be seen" : null;
    }

    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private Found found() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("/id", List.of("ruleset", text("id"), text("version"), text("name"))));
        List<String> regime = new ArrayList<>(List.of("regime", text("regime"), text("authority")));
        if (texts.containsKey("regimeMeaning")) {
            regime.add(text("regimeMeaning"));
        }
        lines.add(new Line("/regime", regime));
        lines.add(new Line("/status", List.of("status", text("status"))));
        lines.add(new Line(
                "/effectiveFrom", List.of("effective", text("effectiveFrom"), texts.getOrDefault("effectiveTo", "-"))));
        lines.add(new Line("/source", concat("source", source)));
        if (texts.containsKey("remark")) {
            lines.add(new Line("/remark", List.of("remark", text("remark"))));
        }
        lines.addAll(points.stream()
                .filter(line -> line.cells().getFirst().equals("gate"))
                .toList());
        lines.addAll(points.stream()
                .filter(line -> line.cells().getFirst().equals("condition"))
                .toList());
        lines.addAll(outcomes);
        lines.addAll(rows);
        lines.addAll(clocks);
        return new Found(
                lines.stream().filter(line -> !line.cells().contains("")).toList(), calendars);
    }

    private String text(String key) {
        return texts.getOrDefault(key, "");
    }
}
