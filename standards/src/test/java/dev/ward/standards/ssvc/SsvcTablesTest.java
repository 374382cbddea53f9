package dev.ward.standards.ssvc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.house.RealFiles;
import dev.ward.standards.decision.Decided;
import dev.ward.standards.decision.DecisionPoint;
import dev.ward.standards.decision.DecisionPoint.Value;
import dev.ward.standards.decision.DecisionTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The published tables, all of them: they are whole, and ours say the same.
class SsvcTablesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int TABLES = 16;
    private static final int CELLS = 1_574;

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(RealFiles.need(folder))) {
            return all.filter(path -> path.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static DecisionTable published(JsonNode json) {
        Map<String, DecisionPoint> points = new LinkedHashMap<>();
        json.path("decision_points").properties().forEach(entry -> {
            List<Value> values = new ArrayList<>();
            entry.getValue()
                    .path("values")
                    .forEach(value -> values.add(new Value(
                            value.path("key").asString(), value.path("name").asString())));
            points.put(
                    entry.getKey(),
                    new DecisionPoint(
                            entry.getKey(), entry.getValue().path("name").asString(), values));
        });
        DecisionPoint outcome =
                Objects.requireNonNull(points.remove(json.path("outcome").asString()));
        List<DecisionTable.Row> rows = new ArrayList<>();
        json.path("mapping")
                .forEach(row -> rows.add(new DecisionTable.Row(
                        points.keySet().stream()
                                .map(id -> row.path(id).asString())
                                .toList(),
                        row.path(outcome.id()).asString())));
        String id = "%s:%s:%s"
                .formatted(
                        json.path("namespace").asString(),
                        json.path("key").asString(),
                        json.path("version").asString());
        return DecisionTable.of(id, json.path("name").asString(), List.copyOf(points.values()), outcome, rows);
    }

    /// Every cell with its outcome, in words.
    private static Map<Map<String, String>, String> cells(DecisionTable table) {
        Map<Map<String, String>, String> cells = new HashMap<>();
        List<Map<String, Value>> all = List.of(Map.of());
        for (DecisionPoint point : table.points()) {
            List<Map<String, Value>> longer = new ArrayList<>();
            for (Map<String, Value> begun : all) {
                for (Value value : point.values()) {
                    Map<String, Value> one = new HashMap<>(begun);
                    one.put(point.id(), value);
                    longer.add(one);
                }
            }
            all = longer;
        }
        for (Map<String, Value> cell : all) {
            Map<String, Set<String>> answers = new HashMap<>();
            Map<String, String> words = new HashMap<>();
            table.points().forEach(point -> {
                Value value = Objects.requireNonNull(cell.get(point.id()));
                answers.put(point.id(), Set.of(value.key()));
                words.put(point.name(), value.name().toLowerCase(Locale.ROOT));
            });
            Decided decided = table.decide(answers);
            assertThat(decided.isCertain()).isTrue();
            cells.put(words, decided.outcome().name().toLowerCase(Locale.ROOT));
        }
        return cells;
    }

    @Test
    void everyPublishedTableIsWhole() throws IOException {
        int cells = 0;
        int tables = 0;
        for (Path file : files("ssvc/json/decision_tables", ".json")) {
            cells += published(JSON.readTree(Files.readString(file))).size();
            tables++;
        }
        assertThat(tables).isEqualTo(TABLES);
        assertThat(cells).isEqualTo(CELLS);
    }

    @Test
    void oursDecideAsThePublishedOnes() throws IOException {
        Set<String> seen = new TreeSet<>();
        for (Path file : files("ssvc/json/decision_tables", ".json")) {
            DecisionTable published = published(JSON.readTree(Files.readString(file)));
            for (SsvcTable table : SsvcTable.values()) {
                if (table.table().id().equals(published.id())) {
                    assertThat(cells(table.table())).as(published.id()).isEqualTo(cells(published));
                    assertThat(table.table().outcome()).isEqualTo(published.outcome());
                    seen.add(table.name());
                }
            }
        }
        assertThat(seen).hasSameSizeAs(SsvcTable.values());
    }

    @Test
    void oursDecideAsTheTruthTables() throws IOException {
        int rows = 0;
        int ours = 0;
        for (Path file : files("ssvc/csv", ".csv")) {
            List<String> lines = Files.readAllLines(file);
            rows += lines.size() - 1;
            List<String> heading = columns(lines.getFirst());
            for (SsvcTable table : SsvcTable.values()) {
                List<String> named = new ArrayList<>();
                table.table().points().forEach(point -> named.add(point.name()));
                named.add(table.table().outcome().name());
                if (heading.stream().skip(1).map(SsvcTablesTest::name).toList().containsAll(named)) {
                    Map<Map<String, String>, String> cells = cells(table.table());
                    for (String line : lines.subList(1, lines.size())) {
                        List<String> columns = columns(line);
                        Map<String, String> words = new HashMap<>();
                        for (int i = 1; i < columns.size() - 1; i++) {
                            words.put(name(heading.get(i)), columns.get(i));
                        }
                        assertThat(cells.get(words)).as("%s %s", file, line).isEqualTo(columns.getLast());
                        ours++;
                    }
                }
            }
        }
        assertThat(rows).isEqualTo(CELLS);
        assertThat(ours)
                .isEqualTo(Stream.of(SsvcTable.values())
                        .mapToInt(table -> table.table().size())
                        .sum());
    }

    private static List<String> columns(String line) {
        List<String> columns = new ArrayList<>();
        for (String column : line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
            columns.add(column.replace("\"", ""));
        }
        return columns;
    }

    private static String name(String heading) {
        return heading.replaceAll(" v\\d.*", "");
    }

    @Test
    void saysWhatWasSelected() {
        Decided decided = SsvcTable.SUPPLIER_PATCH_DEVELOPMENT
                .table()
                .decide(Map.of(
                        "ssvc:E:1.1.0", Set.of("A"),
                        "ssvc:U:1.0.1", Set.of("E", "S"),
                        "ssvc:TI:1.0.0", Set.of("T"),
                        "ssvc:PSI:2.0.1", Set.of("S")));
        SsvcSelection selection = SsvcSelection.of(decided, Instant.parse("2026-11-29T20:00:00.5Z"));

        assertThat(decided.outcome().name()).isEqualTo("Immediate");
        assertThat(selection.vector()).isEqualTo("SSVCv2/E:A/TI:T/PSI:S/DSOI:I/2026-11-29T20:00:00Z/");
        assertThat(selection.selections().get(1).values())
                .extracting(SsvcSelection.Selected::key)
                .containsExactly("E", "S");
    }

    /// Nothing but what the schema names, and all that it needs; keys and versions as it spells them.
    @Test
    void passesItOnInTheShapeOfTheSchema() throws IOException {
        JsonNode schema = JSON.readTree(RealFiles.need("ssvc/schema/v2/SelectionList_2_0_0.schema.json"));
        Decided decided = SsvcTable.DEPLOYER_PATCH_APPLICATION.table().decide(Map.of("ssvc:E:1.1.0", Set.of("P")));

        JsonNode written = JSON.valueToTree(SsvcSelection.of(decided, Instant.parse("2026-11-29T20:00:00Z")));

        assertShape(schema, written);
        JsonNode selection = schema.at("/$defs/Selection");
        written.path("selections").forEach(one -> {
            assertShape(selection, one);
            one.path("values").forEach(value -> assertShape(schema.at("/$defs/MinimalDecisionPointValue"), value));
        });
    }

    private static void assertShape(JsonNode shape, JsonNode object) {
        Set<String> known = new TreeSet<>(shape.path("properties").propertyNames());
        assertThat(object.propertyNames()).isSubsetOf(known);
        shape.path("required")
                .forEach(name -> assertThat(object.has(name.asString()))
                        .as(name.asString())
                        .isTrue());
        object.properties().forEach(entry -> {
            String pattern = shape.path("properties")
                    .path(entry.getKey())
                    .path("pattern")
                    .asString("");
            if (!pattern.isEmpty() && pattern.length() < 300) {
                assertThat(entry.getValue().asString()).matches(pattern);
            }
        });
    }
}
