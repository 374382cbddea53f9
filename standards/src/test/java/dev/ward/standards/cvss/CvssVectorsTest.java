package dev.ward.standards.cvss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.house.RealFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import us.springett.cvss.Cvss;

/// The published test vectors; and the vectors of the NVD, beside another implementation.
class CvssVectorsTest {

    private static final Map<String, Integer> CASES = Map.ofEntries(
            Map.entry("vectors_calculator2", 3),
            Map.entry("vectors_calculator3", 1),
            Map.entry("vectors_cvsslib2", 12),
            Map.entry("vectors_cvsslib3", 15),
            Map.entry("vectors_security4", 27),
            Map.entry("vectors_simple2", 365),
            Map.entry("vectors_simple3", 1296),
            Map.entry("vectors_simple31", 1296),
            Map.entry("vectors_simple4", 529),
            Map.entry("vectors_supplemental4", 288),
            Map.entry("vectors_threat4", 3));

    /// Of what the NVD's "base score" is the score. Where it is none of the base metrics, the publisher stated
    /// another one, or a wrong one (`CVSS:3.1/AV:A/AC:L/PR:H/UI:N/S:C/C:H/I:H/A:H` as 4.9).
    private static final Map<String, Integer> NVD_OUTCOMES = Map.of(
            "the base score", 34_161,
            "the temporal score", 247,
            "what the environmental equation yields", 109,
            "no score of the vector", 16);

    @Test
    void scoresEveryTestVector() throws IOException {
        Map<String, Integer> run = new TreeMap<>();
        Map<String, String> differences = new TreeMap<>();
        for (Path file : files("cvss/vectors")) {
            for (String line : Files.readAllLines(file)) {
                String[] halves = line.split(" - ");
                run.merge(file.getFileName().toString(), 1, Integer::sum);
                String expected = expected(halves[1]);
                String actual = actual(halves[0]);
                if (!actual.equals(expected)) {
                    differences.put(halves[0], "is " + actual + " and not " + expected);
                }
            }
        }
        assertThat(run).containsExactlyInAnyOrderEntriesOf(CASES);
        assertThat(differences).isEmpty();
    }

    /// `(6.8, None, None)`, `(5, 3.5, 1.2)`, `(9.2,)` or `9.2`
    private static String expected(String scores) {
        StringBuilder expected = new StringBuilder();
        for (String score : scores.replaceAll("[() ]", "").split(",")) {
            // Adding zero makes the negative zero of one vector a zero.
            expected.append(score.equals("None") ? null : String.valueOf(Double.parseDouble(score) + 0.0))
                    .append(' ');
        }
        return expected.toString();
    }

    /// Of 3.x, the vectors state what the equations yield where a group defines nothing; ours says null there.
    private static String actual(String vector) {
        CvssVector read = CvssVector.parse(vector);
        CvssScores scores = read.scores();
        assertThat(read.score()).isEqualTo(scores.overall());
        return switch (read.version()) {
            case "2.0" -> scores.base() + " " + scores.temporal() + " " + scores.environmental() + " ";
            case "4.0" -> scores.overall() + " ";
            default -> {
                double temporal = scores.temporal() == null ? scores.base() : scores.temporal();
                double environmental = Cvss3Equations.environmental(VectorReader.read(vector));
                assertThat(scores.environmental()).isIn(null, environmental);
                yield scores.base() + " " + temporal + " " + environmental + " ";
            }
        };
    }

    @Test
    void scoresEveryVectorOfTheNvdAsAnotherImplementationDoes() throws IOException {
        Map<String, Integer> outcomes = new TreeMap<>();
        for (Path file : files("bench-portfolio/nvd-2.0")) {
            for (JsonNode entry : read(file).get("vulnerabilities")) {
                for (JsonNode metrics : entry.get("cve").path("metrics")) {
                    for (JsonNode metric : metrics) {
                        outcomes.merge(outcome(metric.get("cvssData")), 1, Integer::sum);
                    }
                }
            }
        }
        assertThat(outcomes).isEqualTo(NVD_OUTCOMES);
    }

    private static JsonNode read(Path file) throws IOException {
        try (InputStream in = RealFiles.open(file)) {
            return new JsonMapper().readTree(in);
        }
    }

    private static String outcome(JsonNode stated) {
        CvssVector vector = CvssVector.parse(stated.get("vectorString").asString());
        assertThat(vector.version()).isEqualTo(stated.get("version").asString());
        double base = vector.scores().base();
        assertThat(base)
                .isEqualTo(Cvss.fromVector(vector.vector()).calculateScore().getBaseScore());
        double score = stated.get("baseScore").asDouble();
        if (score == base) {
            return "the base score";
        }
        if (score == vector.score()) {
            return "the temporal score";
        }
        boolean environmental = score == Cvss3Equations.environmental(VectorReader.read(vector.vector()));
        return environmental ? "what the environmental equation yields" : "no score of the vector";
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(RealFiles.need(folder))) {
            return files.sorted().toList();
        }
    }
}
