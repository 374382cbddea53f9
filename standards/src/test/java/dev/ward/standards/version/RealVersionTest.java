package dev.ward.standards.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.house.RealFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The generic order on the versions that real records hold.
class RealVersionTest {

    private static final VersionOrder ORDER = new GenericOrder();
    private static final Set<String> NVD_BOUNDS =
            Set.of("versionStartIncluding", "versionStartExcluding", "versionEndIncluding", "versionEndExcluding");
    private static final Set<String> CVE_BOUNDS = Set.of("version", "lessThan", "lessThanOrEqual");
    private static final int CPE_VERSION = 5;

    /// The rest are `*`, `-`, commits, models of chips, names of phones and ranges in words.
    @Test
    void placesMostVersionsOfNvd() throws IOException {
        Set<String> versions = new TreeSet<>();
        try (Stream<Path> files = Files.list(RealFiles.need("bench-portfolio/nvd-2.0"))) {
            for (Path file : files.filter(name -> name.toString().endsWith(".json.gz"))
                    .sorted()
                    .toList()) {
                readNvd(file, versions);
            }
        }
        check(versions, 17_000, 0.86);
    }

    /// Commits apart, the rest are ranges in signs or words (`< 2.4.1`), lists, sets and models: all no single
    /// version.
    @Test
    void placesMostVersionsOfCveRecordsThatAreNoCommits() throws IOException {
        Set<String> versions = new TreeSet<>();
        try (InputStream in = RealFiles.open(RealFiles.need("vulnrichment/cve5-vulnrichment.ndjson.gz"));
                JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING
                        && CVE_BOUNDS.contains(String.valueOf(parser.currentName()))) {
                    versions.add(parser.getString());
                }
            }
        }
        versions.removeIf(GenericShape::isHash);
        check(versions, 30_000, 0.73);
    }

    private static void readNvd(Path file, Set<String> versions) throws IOException {
        try (InputStream in = RealFiles.open(file);
                JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() != JsonToken.VALUE_STRING) {
                    continue;
                }
                String name = String.valueOf(parser.currentName());
                if (NVD_BOUNDS.contains(name)) {
                    versions.add(parser.getString());
                } else if (name.equals("criteria")) {
                    versions.add(parser.getString().split("(?<!\\\\):", -1)[CPE_VERSION]);
                }
            }
        }
    }

    private static void check(Set<String> versions, int atLeast, double determinedShare) {
        List<String> all = new ArrayList<>(versions);
        List<String> ordered = all.stream()
                .filter(version -> ORDER.key(version) instanceof SortKey.Ordered)
                .toList();
        assertThat(all).hasSizeGreaterThan(atLeast);
        assertThat((double) ordered.size() / all.size()).isGreaterThan(determinedShare);
        Random random = new Random(31);
        for (int i = 0; i < 120_000; i++) {
            int left = random.nextInt(ordered.size());
            int near = Math.min(ordered.size() - 1, left + random.nextInt(20));
            int right = random.nextBoolean() ? random.nextInt(ordered.size()) : near;
            assertThat(OrderProperty.holds(ORDER, ordered.get(left), ordered.get(right), null))
                    .isTrue();
            OrderProperty.isTransitive(ORDER, ordered.get(left), ordered.get(near), ordered.get(right));
        }
    }
}
