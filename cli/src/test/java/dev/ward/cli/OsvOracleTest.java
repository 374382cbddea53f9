package dev.ward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.house.RealFiles;
import dev.ward.standards.version.VersionComparison;
import dev.ward.standards.version.VersionScheme;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads OSV's ranges a second time, naively and from the specification alone, and compares with `ward scan`.
///
/// Source: OSV schema, "Evaluation".
class OsvOracleTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long SEED = 7;
    private static final int PACKAGE_VERSIONS = 1_500;
    private static final Map<String, VersionScheme> ECOSYSTEMS =
            Map.of("PyPI", VersionScheme.PYPI, "Go", VersionScheme.GOLANG);

    @TempDir
    Path folder;

    /// What a record says of one package.
    private record Statement(String id, JsonNode affected, VersionScheme scheme) {}

    @Test
    void agreesWithScanOnRealPackageVersions() throws IOException {
        Path go = RealFiles.need("osv/osv-go.ndjson.gz");
        Path pypi = RealFiles.need("osv/osv-pypi.ndjson.gz");
        Map<String, List<Statement>> byPackage = new TreeMap<>();
        for (Path file : List.of(go, pypi)) {
            read(file, byPackage);
        }
        Map<String, String> purls = choose(byPackage);
        assertThat(purls).hasSizeGreaterThanOrEqualTo(500);

        Map<String, Set<String>> scanned = scan(purls, go, pypi);

        int affected = 0;
        for (Map.Entry<String, String> purl : purls.entrySet()) {
            Set<String> expected = naive(byPackage.getOrDefault(purl.getValue(), List.of()), version(purl.getKey()));
            assertThat(scanned.getOrDefault(purl.getKey(), Set.of()))
                    .as(purl.getKey())
                    .isEqualTo(expected);
            affected += expected.isEmpty() ? 0 : 1;
        }
        assertThat(affected).isGreaterThan(purls.size() / 4).isLessThan(purls.size());
    }

    private static void read(Path file, Map<String, List<Statement>> byPackage) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(RealFiles.open(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode osv = JSON.readTree(line);
                if (osv.has("withdrawn")) {
                    continue;
                }
                for (JsonNode affected : osv.path("affected")) {
                    String ecosystem = affected.at("/package/ecosystem").asString();
                    VersionScheme scheme = Objects.requireNonNull(ECOSYSTEMS.get(ecosystem), ecosystem);
                    String name = affected.at("/package/name").asString();
                    String key = ecosystem + " " + (ecosystem.equals("PyPI") ? normal(name) : name);
                    byPackage
                            .computeIfAbsent(key, absent -> new ArrayList<>())
                            .add(new Statement(osv.path("id").asString(), affected, scheme));
                }
            }
        }
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Versions that the records themselves name, and neighbours of them: purl to package.
    private static Map<String, String> choose(Map<String, List<Statement>> byPackage) {
        Random random = new Random(SEED);
        Map<String, String> all = new LinkedHashMap<>();
        byPackage.values().removeIf(statements -> statements.stream().anyMatch(OsvOracleTest::hasOpenBounds));
        byPackage.forEach((key, statements) -> {
            for (Statement statement : statements) {
                for (String version : versions(statement.affected())) {
                    purl(key, version, statement.scheme(), all);
                    purl(key, version + ".1", statement.scheme(), all);
                    purl(key, version + "-rc1", statement.scheme(), all);
                }
            }
        });
        List<String> keys = new ArrayList<>(all.keySet());
        java.util.Collections.shuffle(keys, random);
        Map<String, String> chosen = new LinkedHashMap<>();
        keys.stream().limit(PACKAGE_VERSIONS).forEach(purl -> chosen.put(purl, all.get(purl)));
        return chosen;
    }

    /// A bound that is no version of its ecosystem leaves the answer open; then `scan` says undetermined.
    private static boolean hasOpenBounds(Statement statement) {
        for (JsonNode range : statement.affected().path("ranges")) {
            for (JsonNode event : range.path("events")) {
                for (JsonNode bound : event) {
                    String version = bound.asString();
                    if (!range.path("type").asString().equals("GIT")
                            && statement.scheme().order().compare(version, version) != VersionComparison.EQUAL) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static Set<String> versions(JsonNode affected) {
        Set<String> versions = new TreeSet<>();
        affected.path("versions").forEach(version -> versions.add(version.asString()));
        for (JsonNode range : affected.path("ranges")) {
            for (JsonNode event : range.path("events")) {
                event.forEach(bound -> versions.add(bound.asString()));
            }
        }
        return versions;
    }

    private static void purl(String key, String version, VersionScheme scheme, Map<String, String> into) {
        boolean plain = version.matches("[0-9A-Za-z.-]+");
        if (plain && scheme.order().compare(version, version) == VersionComparison.EQUAL) {
            String type = scheme == VersionScheme.PYPI ? "pypi" : "golang";
            String prefix = scheme == VersionScheme.GOLANG ? "v" : "";
            into.put("pkg:%s/%s@%s%s".formatted(type, key.substring(key.indexOf(' ') + 1), prefix, version), key);
        }
    }

    private static String version(String purl) {
        return purl.substring(purl.lastIndexOf('@') + 1);
    }

    private Map<String, Set<String>> scan(Map<String, String> purls, Path... sources) throws IOException {
        StringBuilder sbom = new StringBuilder("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[");
        purls.keySet()
                .forEach(purl -> sbom.append(sbom.charAt(sbom.length() - 1) == '[' ? "" : ",")
                        .append(
                                "{\"type\":\"library\",\"name\":\"x\",\"version\":\"%s\",\"bom-ref\":\"%s\",\"purl\":\"%s\"}"
                                        .formatted(version(purl), purl, purl)));
        Path file = Files.writeString(folder.resolve("sbom.json"), sbom.append("]}"));
        CommandRun run = CommandRun.of(
                folder.resolve("cache"),
                "scan",
                file.toString(),
                "--format",
                "json",
                "--vulns",
                sources[0].toString(),
                sources[1].toString());
        assertThat(run.code()).as(run.err()).isZero();
        Map<String, Set<String>> found = new HashMap<>();
        for (JsonNode finding : JSON.readTree(run.out()).path("findings")) {
            for (JsonNode match : finding.path("evidence")) {
                found.computeIfAbsent(finding.at("/component/ref").asString(), absent -> new TreeSet<>())
                        .add(match.path("source").asString().replace("OSV ", ""));
            }
        }
        return found;
    }

    /// The ids that affect a version, by the specification's own algorithm.
    private static Set<String> naive(List<Statement> statements, String version) {
        Set<String> ids = new TreeSet<>();
        for (Statement statement : statements) {
            if (isAffected(statement, version)) {
                ids.add(statement.id());
            }
        }
        return ids;
    }

    private static boolean isAffected(Statement statement, String version) {
        for (JsonNode listed : statement.affected().path("versions")) {
            if (listed.asString().equals(version)
                    || statement.scheme().order().compare(listed.asString(), version) == VersionComparison.EQUAL) {
                return true;
            }
        }
        for (JsonNode range : statement.affected().path("ranges")) {
            if (!range.path("type").asString().equals("GIT")
                    && isInside(range, version, statement.scheme())
                    && isBeforeLimits(range, version, statement.scheme())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInside(JsonNode range, String version, VersionScheme scheme) {
        List<JsonNode> events = new ArrayList<>();
        range.path("events").forEach(events::add);
        events.sort((a, b) -> order(a, b, scheme));
        boolean vulnerable = false;
        for (JsonNode event : events) {
            if (event.has("introduced")) {
                String at = event.path("introduced").asString();
                vulnerable |= at.equals("0") || compare(version, at, scheme) >= 0;
            } else if (event.has("fixed")) {
                vulnerable &= compare(version, event.path("fixed").asString(), scheme) < 0;
            } else if (event.has("last_affected")) {
                vulnerable &= compare(version, event.path("last_affected").asString(), scheme) <= 0;
            }
        }
        return vulnerable;
    }

    /// By version; at one and the same version `introduced` last, so that it wins.
    private static int order(JsonNode a, JsonNode b, VersionScheme scheme) {
        String left = a.values().iterator().next().asString();
        String right = b.values().iterator().next().asString();
        int order =
                left.equals("0") ? (right.equals("0") ? 0 : -1) : right.equals("0") ? 1 : compare(left, right, scheme);
        return order != 0 ? order : Boolean.compare(a.has("introduced"), b.has("introduced"));
    }

    private static boolean isBeforeLimits(JsonNode range, String version, VersionScheme scheme) {
        boolean any = false;
        for (JsonNode event : range.path("events")) {
            if (event.has("limit")) {
                any = true;
                String limit = event.path("limit").asString();
                if (limit.equals("*") || compare(version, limit, scheme) < 0) {
                    return true;
                }
            }
        }
        return !any;
    }

    private static int compare(String a, String b, VersionScheme scheme) {
        return switch (scheme.order().compare(a, b)) {
            case LESS -> -1;
            case EQUAL -> 0;
            case GREATER -> 1;
            case UNDETERMINED -> throw new IllegalStateException("\"%s\" and \"%s\" in %s".formatted(a, b, scheme));
        };
    }
}
