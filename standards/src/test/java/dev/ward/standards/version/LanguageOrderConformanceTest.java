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

/// Every comparison of the official VERS suite in the schemes of languages' package managers.
class LanguageOrderConformanceTest {

    /// The case, which stands twice, says 2-1 < 2.0.a. Maven 3.9 leaves out the zero before the text, so that 2.0.a
    /// is 2-a, and text is less than a number: 2-a < 2-1. What Maven does decides which artifact is meant.
    private static final List<String> DIFFERENCES = List.of("2-1 < 2.0.a", "2-1 < 2.0.a");

    @ParameterizedTest
    @CsvSource({"maven, 489", "nuget, 17"})
    void ordersEveryPairOfTheSuite(String scheme, int cases) throws IOException {
        VersionOrder order = VersionScheme.of(scheme).orElseThrow().order();
        List<String> differences = new ArrayList<>();
        int run = 0;
        for (JsonNode test : tests(scheme)) {
            run++;
            String left = test.at("/input/versions/0").asString();
            String right = test.at("/input/versions/1").asString();
            String expected = expected(test, left);
            if (!expected.contains(order.compare(left, right).sign())) {
                differences.add("%s %s %s".formatted(left, expected, right));
            }
        }
        assertThat(run).isEqualTo(cases);
        assertThat(differences).isEqualTo(scheme.equals("maven") ? DIFFERENCES : List.of());
    }

    /// The expected sign between the two versions of a case, or both signs of those that differ. A case's
    /// output may be written in another case than its input.
    private static String expected(JsonNode test, String left) {
        JsonNode output = test.path("expected_output");
        return switch (test.path("test_type").asString()) {
            case "equality" -> output.asBoolean() ? "=" : "<>";
            case "comparison" -> output.path(0).asString().equalsIgnoreCase(left) ? "<" : ">";
            default -> throw new IllegalArgumentException("unknown test type: " + test);
        };
    }

    private static JsonNode tests(String scheme) throws IOException {
        try (InputStream in =
                RealFiles.open(RealFiles.need("vers-spec-tests/%s_version_cmp_test.json".formatted(scheme)))) {
            return JsonMapper.shared().readTree(in).path("tests");
        }
    }
}
