package dev.ward.standards.version;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.house.RealFiles;
import dev.ward.standards.version.range.NativeRange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs the official suite of VERS, every case of every file.
class VersConformanceTest {

    private static final int FILES = 21;
    private static final int CASES = 1_356;

    @Test
    void agreesWithTheSuiteButForTheListedDifferences() throws IOException {
        Map<String, List<JsonNode>> suite = suite();
        Map<String, String> differences = new LinkedHashMap<>();
        int run = 0;
        for (Map.Entry<String, List<JsonNode>> file : suite.entrySet()) {
            for (JsonNode test : file.getValue()) {
                run++;
                String outcome = outcome(test);
                if (!outcome.equals(expected(test))) {
                    differences.put(name(test), outcome);
                }
            }
        }
        assertThat(suite).hasSize(FILES);
        assertThat(run).isEqualTo(CASES);
        assertThat(differences).containsExactlyInAnyOrderEntriesOf(knownOutcomes());
    }

    private static Map<String, String> knownOutcomes() {
        return VersDifferences.KNOWN.stream()
                .collect(toMap(VersDifferences.Difference::test, VersDifferences.Difference::outcome));
    }

    private static Map<String, List<JsonNode>> suite() throws IOException {
        Map<String, List<JsonNode>> suite = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(RealFiles.need("vers-spec-tests"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                try (InputStream in = RealFiles.open(file)) {
                    List<JsonNode> tests = new ArrayList<>();
                    JsonMapper.shared().readTree(in).get("tests").forEach(tests::add);
                    suite.put(file.getFileName().toString(), tests);
                }
            }
        }
        return suite;
    }

    private static String name(JsonNode test) {
        return type(test) + " " + test.get("input");
    }

    private static String type(JsonNode test) {
        return test.get("test_type").asString();
    }

    private static String expected(JsonNode test) {
        if (test.path("expected_failure").asBoolean(false)) {
            return "refused";
        }
        JsonNode output = test.get("expected_output");
        return output.isString() ? output.asString() : output.toString();
    }

    private static String outcome(JsonNode test) {
        JsonNode input = test.get("input");
        try {
            return switch (type(test)) {
                case "comparison" -> sorted(input);
                case "equality" -> equality(input);
                case "from_native" ->
                    NativeRange.toVers(text(input, "scheme"), text(input, "native_range"))
                            .toString();
                case "containment" -> containment(input);
                case "validate" -> Vers.parseLenient(input.asString()).value().toString();
                case "parse" -> parsed(Vers.parse(input.asString()));
                default -> throw new IllegalStateException(type(test));
            };
        } catch (IllegalArgumentException e) {
            return "refused";
        }
    }

    private static String sorted(JsonNode input) {
        VersionOrder order = order(input);
        List<String> versions = versions(input);
        List<String> ascending =
                versions.stream().sorted((a, b) -> compare(order, a, b)).toList();
        List<String> backwards = versions.reversed().stream()
                .sorted((a, b) -> compare(order, a, b))
                .toList();
        return json(ascending) + (ascending.equals(backwards) ? "" : " or " + json(backwards));
    }

    private static String equality(JsonNode input) {
        List<String> versions = versions(input);
        return String.valueOf(compare(order(input), versions.getFirst(), versions.getLast()) == 0);
    }

    /// Compares, and makes sure that the sort keys say the same.
    private static int compare(VersionOrder order, String left, String right) {
        VersionComparison comparison = order.compare(left, right);
        if (order.key(left) instanceof SortKey.Ordered(byte[] low)
                && order.key(right) instanceof SortKey.Ordered(byte[] high)) {
            assertThat(VersionComparison.of(Arrays.compareUnsigned(low, high)))
                    .as("keys of %s and %s", left, right)
                    .isEqualTo(comparison);
        }
        return RangeUnion.compare(order, left, right);
    }

    private static String containment(JsonNode input) {
        Vers vers = Vers.parseLenient(text(input, "vers")).value();
        return switch (vers.contains(text(input, "version"))) {
            case INSIDE -> "true";
            case OUTSIDE -> "false";
            case UNDETERMINED -> "undetermined";
        };
    }

    private static String parsed(Vers vers) {
        StringBuilder constraints = new StringBuilder();
        for (VersConstraint constraint : vers.constraints()) {
            String sign = constraint.comparator().sign();
            constraints.append(constraints.isEmpty() ? "" : ",");
            constraints.append(json(List.of(sign.isEmpty() ? "=" : sign, constraint.version())));
        }
        return "{\"scheme\":\"%s\",\"version_constraints\":[%s]}".formatted(vers.scheme(), constraints);
    }

    private static VersionOrder order(JsonNode input) {
        return VersionScheme.of(text(input, "input_scheme")).orElseThrow().order();
    }

    private static List<String> versions(JsonNode input) {
        List<String> versions = new ArrayList<>();
        input.get("versions").forEach(version -> versions.add(version.asString()));
        return versions;
    }

    private static String text(JsonNode input, String field) {
        return input.get(field).asString();
    }

    private static String json(List<String> texts) {
        return JsonMapper.shared().writeValueAsString(texts);
    }
}
