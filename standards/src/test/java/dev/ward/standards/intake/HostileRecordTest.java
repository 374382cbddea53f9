package dev.ward.standards.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.house.RealFiles;
import dev.ward.standards.input.UnreadableInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Real records, damaged in every way that can be written down.
class HostileRecordTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// Records that use as much of their formats as real ones do.
    enum Sample {
        CVE {
            @Override
            String text() throws IOException {
                return line("vulnrichment/cve5-vulnrichment.ndjson.gz", "\"changes\"", "\"cpes\"");
            }
        },
        OSV {
            @Override
            String text() throws IOException {
                return line("osv/osv-bitnami.ndjson.gz", "\"last_affected\"", "\"CVSS_V3\"");
            }
        },
        NVD {
            @Override
            String text() throws IOException {
                return JSON.readTree(RealFiles.need("nvd-api-2.0/CVE-2022-34668.json")
                                .toFile())
                        .at("/vulnerabilities/0")
                        .toString();
            }
        },
        KEV {
            @Override
            String text() {
                return JSON.readTree(RealFiles.need("kev/known_exploited_vulnerabilities.json")
                                .toFile())
                        .at("/vulnerabilities/0")
                        .toString();
            }
        };

        abstract String text() throws IOException;

        private static String line(String path, String... words) throws IOException {
            try (InputStream in = RealFiles.open(RealFiles.need(path));
                    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return reader.lines()
                        .filter(line -> line.length() < 12_000)
                        .filter(line -> List.of(words).stream().allMatch(line::contains))
                        .findFirst()
                        .orElseThrow();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void survivesAnyValueInAnyPlace(Sample sample) throws Exception {
        String good = sample.text();
        int cases = 0;
        List<String> damaged = new ArrayList<>();
        mutate(JSON.readTree(good), damaged);
        for (String record : damaged) {
            Told told = Told.of(good + "\n" + record + "\n" + good);
            int records = told.advisories.size() + told.kev.size();
            assertThat(records == 3 || (records == 2 && !told.lost().isEmpty()))
                    .as(record)
                    .isTrue();
            cases++;
        }
        assertThat(cases).isGreaterThan(100);
    }

    @ParameterizedTest
    @EnumSource
    void survivesFlippedBytes(Sample sample) throws Exception {
        byte[] good = UnpackingTest.bytes(sample.text());
        byte[] lines = UnpackingTest.bytes(sample.text() + "\n" + sample.text() + "\n");
        Random random = new Random(20_261_122);
        for (byte[] input : List.of(good, lines, UnpackingTest.gzip(lines), UnpackingTest.zip("a", good, "b", lines))) {
            for (int i = 0; i < 300; i++) {
                byte[] flipped = input.clone();
                for (int flips = random.nextInt(4); flips >= 0; flips--) {
                    flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
                }
                survives(flipped);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void survivesACutAnywhere(Sample sample) throws Exception {
        byte[] input = UnpackingTest.bytes(sample.text());
        byte[] zip = UnpackingTest.zip("a", input);
        for (byte[] whole : List.of(input, zip)) {
            for (int length = 0; length < whole.length; length += 1 + whole.length / 200) {
                survives(java.util.Arrays.copyOf(whole, length));
            }
        }
    }

    @Test
    void survivesFlippedBytesInTables() throws Exception {
        byte[] kev = Files.readAllBytes(RealFiles.need("kev/known_exploited_vulnerabilities.csv"));
        byte[] epss = UnpackingTest.bytes("#model_version:v1\ncve,epss,percentile\nCVE-2021-1234,0.5,0.5\n".repeat(3));
        Random random = new Random(7);
        for (byte[] input : List.of(java.util.Arrays.copyOf(kev, 20_000), epss)) {
            for (int i = 0; i < 500; i++) {
                byte[] flipped = input.clone();
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
                survives(flipped);
            }
        }
    }

    /// Nothing but an answer or a refusal.
    private static void survives(byte[] input) throws IOException {
        try {
            Told told = Told.of(input);
            assertThat(told.advisories.size() + told.kev.size() + told.epss.size() + told.unread.size())
                    .isPositive();
        } catch (UnreadableInput e) {
            assertThat(e.unread().reason()).isNotBlank();
        }
    }

    /// The record once for each of its values and each other value that might stand there.
    private static void mutate(JsonNode root, List<String> damaged) {
        List<JsonNode> parents = new ArrayList<>(List.of(root));
        for (int i = 0; i < parents.size(); i++) {
            switch (parents.get(i)) {
                case ObjectNode object -> {
                    for (String name : List.copyOf(object.propertyNames())) {
                        JsonNode was = object.get(name);
                        parents.add(was);
                        for (JsonNode other : others()) {
                            object.set(name, other);
                            damaged.add(root.toString());
                        }
                        object.remove(name);
                        damaged.add(root.toString());
                        object.set(name, was);
                    }
                }
                case ArrayNode array -> {
                    for (int at = 0; at < Math.min(array.size(), 3); at++) {
                        JsonNode was = array.get(at);
                        parents.add(was);
                        for (JsonNode other : others()) {
                            array.set(at, other);
                            damaged.add(root.toString());
                        }
                        array.set(at, was);
                    }
                }
                default -> {}
            }
        }
    }

    private static List<JsonNode> others() {
        return List.of(
                NODES.stringNode(""),
                NODES.stringNode("cpe:2.3:a:\u0000/../\uD800"),
                NODES.numberNode(-1e300),
                NODES.booleanNode(true),
                NODES.nullNode(),
                NODES.arrayNode(),
                NODES.objectNode(),
                NODES.arrayNode().add(NODES.arrayNode().add("x")),
                NODES.objectNode().set("cpeMatch", NODES.numberNode(1)));
    }
}
