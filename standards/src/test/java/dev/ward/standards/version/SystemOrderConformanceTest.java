package dev.ward.standards.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.house.RealFiles;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The VERS suite's comparisons for the orders of systems and distributions. No difference is known.
class SystemOrderConformanceTest {

    @ParameterizedTest
    @CsvSource({
        "alpine_version_cmp_test.json, 358",
        "alpm_version_cmp_test.json, 21",
        "conan_version_cmp_test.json, 24",
        "datetime_version_cmp_test.json, 4",
        "gentoo_version_cmp_test.json, 24",
        "lexicographic-test.json, 4",
        "openssl_version_cmp_test.json, 22"
    })
    void ordersEveryCaseOfTheSuite(String file, int cases) throws IOException {
        JsonNode tests;
        try (InputStream in = RealFiles.open(RealFiles.need("vers-spec-tests/" + file))) {
            tests = JsonMapper.shared().readTree(in).get("tests");
        }
        int run = 0;
        for (JsonNode test : tests) {
            check(test);
            run++;
        }
        assertThat(run).isEqualTo(cases);
    }

    private static void check(JsonNode test) {
        VersionOrder order = VersionScheme.of(text(test.get("input").get("input_scheme")))
                .orElseThrow()
                .order();
        List<String> versions = texts(test.get("input").get("versions"));
        JsonNode expected = test.get("expected_output");
        switch (text(test.get("test_type"))) {
            case "comparison" -> {
                List<String> sorted = new ArrayList<>(versions);
                sorted.sort((a, b) -> sign(order, a, b));
                assertThat(sorted).as("%s", versions).isEqualTo(texts(expected));
            }
            case "equality" ->
                assertThat(sign(order, versions.getFirst(), versions.getLast()) == 0)
                        .as("%s", versions)
                        .isEqualTo(expected.booleanValue());
            default -> throw new AssertionError("unknown case: " + test);
        }
    }

    private static int sign(VersionOrder order, String left, String right) {
        OrderProperty.holds(order, left, right, null);
        return switch (order.compare(left, right)) {
            case LESS -> -1;
            case EQUAL -> 0;
            case GREATER -> 1;
            case UNDETERMINED -> throw new AssertionError("undetermined: \"%s\", \"%s\"".formatted(left, right));
        };
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(text(node)));
        return texts;
    }

    private static String text(JsonNode node) {
        return node.stringValue();
    }
}
