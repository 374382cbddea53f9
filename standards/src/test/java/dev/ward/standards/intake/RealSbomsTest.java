package dev.ward.standards.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.house.RealFiles;
import dev.ward.standards.sbom.ToldSbom;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads every real SBOM at hand, and counts its components a second time over a tree of the whole document.
class RealSbomsTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    /// By the end of the file's name: what is said of those that are not read.
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("spdx-tools-tests/DifferentFileComment.spdx.yaml", "it is YAML"),
            Map.entry("spdx-tools-tests/SPDXYAMLExample-2.3.spdx.yaml", "it is YAML"),
            Map.entry("spdx-tools-tests/SPDXRdfExample-v2.3.spdx.rdf", "RDF in XML"),
            Map.entry("spdx-tools-tests/SPDXXMLExample-v2.2.spdx.xml", "SPDX in XML"),
            Map.entry("spdx-tools-tests/SPDXTagExample-v2.2-warning.spdx", "tag-value"),
            Map.entry("spdx-tools-tests/SPDXTagExample-v2.3.spdx", "tag-value"),
            Map.entry("spdx-tools-tests/SPDXJsonLDExample-v3.0.1.json", "SPDX 3"),
            Map.entry("spdx-tools-tests/double.jsonld", "SPDX 3"),
            Map.entry("spdx2.2/example1.spdx", "tag-value"),
            Map.entry("spdx2.2/example2-bin.spdx", "tag-value"),
            Map.entry("spdx2.2/example2-src.spdx", "tag-value"),
            Map.entry("spdx2.2/example4-bin.spdx", "tag-value"),
            Map.entry("spdx2.2/example4-src.spdx", "tag-value"),
            Map.entry("spdx2.2/example6-bin.spdx", "tag-value"),
            Map.entry("spdx2.2/example6-lib.spdx", "tag-value"),
            Map.entry("spdx2.2/example6-src.spdx", "tag-value"));

    @ParameterizedTest
    @CsvSource({
        "sboms, 25",
        "bench-portfolio/boms, 32",
        "sbom-quality, 93",
        "spdx-examples, 25",
        "spdx-tools-tests, 14",
        "vex-cyclonedx, 24"
    })
    void readsAllOrSaysWhatItIs(String folder, int files) throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        List<Path> all = files(folder);
        for (Path file : all) {
            ToldSbom told = read(file);
            String expected = refusal(file);
            if (expected != null) {
                if (told.refusal == null
                        || !String.valueOf(told.refusal.getMessage()).contains(expected)) {
                    wrong.put(file.toString(), "not refused as " + expected + " but " + told.refusal);
                }
            } else if (told.refusal != null) {
                wrong.put(file.toString(), told.refusal.toString());
            } else if (told.components.size() != count(file)) {
                wrong.put(
                        file.toString(),
                        "%d components, not %d: %s".formatted(told.components.size(), count(file), told.unread));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(all).hasSize(files);
    }

    @Test
    void refusesNothingThatIsNotThere() throws IOException {
        List<Path> all = new ArrayList<>(files("spdx-examples"));
        all.addAll(files("spdx-tools-tests"));
        assertThat(REFUSED.keySet())
                .allSatisfy(end -> assertThat(all)
                        .anySatisfy(file -> assertThat(file.toString()).endsWith(end)));
    }

    private static @Nullable String refusal(Path file) {
        String name = file.toString();
        if (name.contains("spdx3")) {
            return "SPDX 3";
        }
        return REFUSED.entrySet().stream()
                .filter(entry -> name.endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /// Reads the file as it lies there, packed or not.
    private static ToldSbom read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return ToldSbom.of(
                    new SbomIntake(SbomIntake.Limits.USUAL), file.getFileName().toString(), in);
        }
    }

    private static long count(Path file) throws IOException {
        try (InputStream in = RealFiles.open(file)) {
            byte[] bytes = in.readAllBytes();
            if (bytes[0] == '<') {
                return elements(new String(bytes, StandardCharsets.UTF_8));
            }
            JsonNode tree = MAPPER.readTree(bytes);
            return tree.path("packages").size()
                    + nested(tree)
                    + (tree.path("metadata").has("component")
                            ? 1 + nested(tree.path("metadata").path("component"))
                            : 0);
        }
    }

    private static long nested(JsonNode parent) {
        long count = 0;
        for (JsonNode component : parent.path("components")) {
            count += 1 + nested(component);
        }
        return count;
    }

    /// Good for the XML files at hand, in which no tool, pedigree or other part holds components.
    private static long elements(String xml) {
        return xml.split("<component[ >]", -1).length - 1L;
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> all = Files.walk(RealFiles.need(folder))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
