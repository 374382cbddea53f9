package dev.ward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.house.RealFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Compares `ward scan` with what people labelled as a true or false match in real images.
///
/// Labels that need review (a person disagrees with the record's own range) decide nothing here.
class MatchLabelsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> TYPES = Map.of("PyPI", "pypi", "Go", "golang");
    private static final int LABELS = 67;
    private static final int DECIDED = 36;

    @TempDir
    Path folder;

    @Test
    void agreesWithEveryDecidedLabel() throws IOException {
        List<JsonNode> labels = labels();
        Set<String> found = scan(labels);

        int decided = 0;
        for (int i = 0; i < labels.size(); i++) {
            String expect = labels.get(i).path("expect").asString();
            if (expect.equals("needs-review")) {
                continue;
            }
            decided++;
            assertThat(found.contains(i + " OSV " + labels.get(i).path("osv_id").asString()))
                    .as(labels.get(i).toString())
                    .isEqualTo(expect.equals("match"));
        }
        assertThat(labels).hasSize(LABELS);
        assertThat(decided).isEqualTo(DECIDED);
    }

    private static List<JsonNode> labels() throws IOException {
        List<JsonNode> labels = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                RealFiles.open(RealFiles.need("match-labels/labels-joined-osv.ndjson.gz")), StandardCharsets.UTF_8))) {
            lines.lines().map(JSON::readTree).forEach(labels::add);
        }
        return labels;
    }

    private Set<String> scan(List<JsonNode> labels) throws IOException {
        StringBuilder sbom = new StringBuilder("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[");
        for (int i = 0; i < labels.size(); i++) {
            JsonNode label = labels.get(i);
            sbom.append(i == 0 ? "" : ",")
                    .append("{\"type\":\"library\",\"bom-ref\":\"%d\",\"name\":\"x\",\"purl\":\"pkg:%s/%s@%s\"}"
                            .formatted(
                                    i,
                                    TYPES.get(label.path("ecosystem").asString()),
                                    label.path("package").asString(),
                                    label.path("version").asString()));
        }
        Path file = Files.writeString(folder.resolve("images.json"), sbom.append("]}"));
        CommandRun run = CommandRun.of(
                folder.resolve("cache"),
                "scan",
                file.toString(),
                "--format",
                "json",
                "--vulns",
                RealFiles.need("osv/osv-pypi.ndjson.gz").toString(),
                RealFiles.need("osv/osv-go.ndjson.gz").toString());
        assertThat(run.code()).as(run.err()).isZero();
        Set<String> found = new HashSet<>();
        for (JsonNode finding : JSON.readTree(run.out()).path("findings")) {
            for (JsonNode match : finding.path("evidence")) {
                found.add(finding.at("/component/ref").asString() + " "
                        + match.path("source").asString());
            }
        }
        return found;
    }
}
