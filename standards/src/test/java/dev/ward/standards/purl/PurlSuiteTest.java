package dev.ward.standards.purl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.house.RealFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The official suite. What it requires is asked of the strict reader; what it only recommends, of the lenient one.
class PurlSuiteTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int CASES = 372;

    /// None.
    private static final Map<String, String> KNOWN_DIFFERENCES = Map.of();

    @Test
    void passesEveryCase() throws IOException {
        Map<String, String> differences = new LinkedHashMap<>();
        int run = 0;
        for (Path file : files()) {
            for (JsonNode test : JSON.readTree(file.toFile()).get("tests")) {
                run++;
                String expected = test.get("expected_failure").asBoolean() ? "failure" : expected(test);
                String actual = actual(test);
                if (!actual.equals(expected)) {
                    differences.put(
                            file.getFileName() + " " + test.get("test_type").asString() + " " + test.get("input"),
                            "is " + actual + " and not " + expected);
                }
            }
        }
        assertThat(run).isEqualTo(CASES);
        assertThat(differences).containsExactlyInAnyOrderEntriesOf(KNOWN_DIFFERENCES);
    }

    private static List<Path> files() throws IOException {
        Path root = RealFiles.need("purl-spec-tests");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static String expected(JsonNode test) {
        JsonNode output = test.get("expected_output");
        return output.isString() ? output.asString() : parts(output);
    }

    private static String actual(JsonNode test) {
        JsonNode input = test.get("input");
        boolean required = test.get("test_group").asString().equals("required");
        try {
            return switch (test.get("test_type").asString()) {
                case "build" -> build(input).toString();
                case "parse" -> parts(read(input.asString(), required));
                case "validate" -> read(input.asString(), required).toString();
                case String other -> "unknown test type " + other;
            };
        } catch (IllegalArgumentException e) {
            return "failure";
        }
    }

    private static Purl read(String text, boolean required) {
        return required ? Purl.parse(text) : Purl.parseLenient(text).value();
    }

    private static Purl build(JsonNode input) {
        Map<String, String> qualifiers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : input.get("qualifiers").properties()) {
            qualifiers.put(entry.getKey(), entry.getValue().asString());
        }
        return Purl.of(
                text(input, "type"),
                text(input, "namespace"),
                text(input, "name"),
                text(input, "version"),
                qualifiers,
                text(input, "subpath"));
    }

    private static String parts(Purl purl) {
        List<String> parts = new ArrayList<>();
        parts.add(purl.type());
        parts.add(String.valueOf(purl.namespace()));
        parts.add(purl.name());
        parts.add(String.valueOf(purl.version()));
        parts.add(purl.qualifiers().toString());
        parts.add(String.valueOf(purl.subpath()));
        return parts.toString().replace("null", "");
    }

    private static String parts(JsonNode output) {
        Map<String, String> qualifiers = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : output.get("qualifiers").properties()) {
            qualifiers.put(entry.getKey(), entry.getValue().asString());
        }
        List<String> parts = new ArrayList<>();
        for (String part : List.of("type", "namespace", "name", "version")) {
            parts.add(text(output, part));
        }
        parts.add(qualifiers.toString());
        parts.add(text(output, "subpath"));
        return parts.toString();
    }

    /// What is null in the suite is an empty text here.
    private static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? "" : value.asString();
    }
}
