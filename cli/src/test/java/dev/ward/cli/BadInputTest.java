package dev.ward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.house.RealFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// SBOMs that are broken, hostile, or not SBOMs at all.
class BadInputTest {

    private static final String FIRST = """
            {"type": "library", "bom-ref": "first", "name": "good", "version": "1.0", "purl": "pkg:pypi/good@1.0"}""";

    private static final String LAST = """
            {"type": "library", "bom-ref": "last", "name": "fine", "version": "1.0",
             "cpe": "cpe:2.3:a:acme:fine:1.0:*:*:*:*:*:*:*"}""";

    private static final Set<String> BOTH = Set.of("CVE-2099-0001 first", "CVE-2099-0002 last");

    private static final String OSV = """
            {"id": "CVE-2099-0001", "modified": "2099-01-02T00:00:00Z", "summary": "flaw",
             "affected": [{"package": {"ecosystem": "PyPI", "name": "good"},
                           "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2"}]}]}]}
            """;

    private static final String NVD = """
            {"format": "NVD_CVE", "vulnerabilities": [{"cve": {"id": "CVE-2099-0002", "vulnStatus": "Analyzed",
              "descriptions": [{"lang": "en", "value": "flaw"}],
              "configurations": [{"nodes": [{"operator": "OR", "negate": false, "cpeMatch": [
                {"vulnerable": true, "criteria": "cpe:2.3:a:acme:fine:*:*:*:*:*:*:*:*", "versionEndExcluding": "2"}]}]}]
              }}]}
            """;

    @TempDir
    Path folder;

    private Path vulns = Path.of("");

    @BeforeEach
    void writeSources() throws IOException {
        vulns = Files.createDirectory(folder.resolve("vulns"));
        Files.writeString(vulns.resolve("osv.json"), OSV);
        Files.writeString(vulns.resolve("nvd.json"), NVD);
    }

    private static String sbom(String... components) {
        return """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
                %s
                ]}
                """.formatted(String.join(",\n", components));
    }

    private CommandRun scan(Path file, String format) {
        CommandRun run = CommandRun.of(
                folder.resolve("cache"), "scan", file.toString(), "--vulns", vulns.toString(), "--format", format);
        assertThat(run.err()).doesNotContain("\tat ").doesNotContain("\u001b");
        return run;
    }

    private CommandRun scan(byte[] sbom) throws IOException {
        return scan(Files.write(folder.resolve("device.json"), sbom), "json");
    }

    private CommandRun scan(String sbom) throws IOException {
        return scan(sbom.getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, String> poisonousComponents() {
        Map<String, String> poison = new TreeMap<>();
        String component = "{\"type\": \"library\", \"bom-ref\": \"poison\", \"name\": \"good\", %s}";
        poison.put("an impossible purl", component.formatted("\"version\": \"1\", \"purl\": \"pkg:::/%%%\""));
        poison.put("an impossible CPE name", component.formatted("\"version\": \"1\", \"cpe\": \"cpe:9.9:x\""));
        poison.put("no version", component.formatted("\"purl\": \"pkg:pypi/good\""));
        poison.put("an empty version", component.formatted("\"version\": \"\", \"purl\": \"pkg:pypi/good\""));
        poison.put(
                "a version of a million digits",
                component.formatted("\"purl\": \"pkg:pypi/good@%s\"".formatted("9".repeat(1_000_000))));
        poison.put("a number beyond 32 bits", component.formatted("\"purl\": \"pkg:pypi/good@0.1.post8319707068\""));
        poison.put("a name of a megabyte", component.formatted("\"group\": \"%s\"".formatted("x".repeat(1 << 20))));
        poison.put("control characters", component.formatted("\"version\": \"1\\u001b[31m\\u0000\\n\""));
        poison.put("a control character that is not escaped", component.formatted("\"version\": \"1\u0001\t\n\""));
        poison.put("a backslash that begins no escape", component.formatted("\"version\": \"1\\x \\u12\""));
        poison.put("a number of ten thousand digits", component.formatted("\"x\": %s".formatted("9".repeat(10_000))));
        poison.put("half a surrogate", component.formatted("\"version\": \"\\ud800\", \"cpe\": \"\\udc00\""));
        poison.put(
                "other types everywhere",
                "{\"type\": 1, \"bom-ref\": [], \"name\": {}, \"version\": true, \"purl\": 7, \"cpe\": []}");
        poison.put("no object", "17");
        poison.put("nothing in it", "{}");
        poison.put(
                "ten thousand levels",
                component.formatted("\"x\": %s%s".formatted("[".repeat(10_000), "]".repeat(10_000))));
        poison.put(
                "components ten thousand levels deep",
                component.formatted("\"components\": %s%s"
                        .formatted("[{\"name\": \"n\", \"components\": ".repeat(10_000), "[]" + "}]".repeat(10_000))));
        poison.put("the reference of another", FIRST.replace("\"1.0\"", "\"9\"").replace("@1.0", "@9"));
        poison.put("a number of 1e999999999", component.formatted("\"x\": 1e999999999"));
        return poison;
    }

    @ParameterizedTest
    @MethodSource("kindsOfPoison")
    void findsTheSameBesideAPoisonousComponent(String kind) throws IOException {
        CommandRun run = scan(sbom(FIRST, String.valueOf(poisonousComponents().get(kind)), LAST));

        assertThat(run.code()).as(run.err()).isIn(0, 3);
        assertThat(Findings.of(run)).containsAll(BOTH);
        assertThat(Findings.of(scan(sbom(FIRST, LAST)))).isEqualTo(BOTH);
    }

    static Set<String> kindsOfPoison() {
        return poisonousComponents().keySet();
    }

    @Test
    void findsTheSameBesideARealVersionThatOverflowsParsers() throws IOException {
        Path poisoned = RealFiles.need("bench-portfolio/boms/poison-small.json.gz");
        vulns = RealFiles.need("osv/osv-pypi.ndjson.gz");
        ObjectNode whole;
        try (InputStream in = RealFiles.open(poisoned)) {
            whole = (ObjectNode) new JsonMapper().readTree(in);
        }
        whole.withArray("components")
                .removeIf(one -> one.path("bom-ref").asString("").equals("poison"));
        Set<String> expected = new TreeSet<>(Findings.of(scan(whole.toString())));

        Set<String> found = Findings.of(scan(poisoned, "json"));

        assertThat(expected).isNotEmpty();
        assertThat(found).containsAll(expected);
        expected.addAll(found.stream().filter(one -> one.endsWith(" poison")).collect(Collectors.toSet()));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void stillMatchesByTheOtherIdentity() throws IOException {
        String twice = LAST.replace("\"cpe\"", "\"purl\": \"pkg:::/\", \"cpe\"");

        CommandRun run = scan(sbom(FIRST.replace("\"purl\"", "\"cpe\": \"cpe:9\", \"purl\""), twice));

        assertThat(run.code()).isZero();
        assertThat(Findings.of(run)).isEqualTo(BOTH);
        assertThat(run.out()).contains("not a package URL").contains("not a CPE name");
    }

    @Test
    void endsWithThreeWhenAComponentWasLost() throws IOException {
        CommandRun one = scan(sbom(FIRST, "{\"type\": \"library\"}", LAST));
        CommandRun all = scan("""
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": {"a": 1}}
                """);
        CommandRun spdx = scan("""
                {"spdxVersion": "SPDX-2.3", "SPDXID": "SPDXRef-DOCUMENT", "packages": 5}
                """);

        assertThat(scan(folder.resolve("device.json"), "table").out())
                .contains("Not all components were read")
                .doesNotContain("No known vulnerability");
        assertThat(one.code()).isEqualTo(3);
        assertThat(one.err()).contains("(/components/1): component not read");
        assertThat(Findings.of(one)).isEqualTo(BOTH);
        assertThat(all.code()).isEqualTo(3);
        assertThat(all.err()).contains("(/components): components not read");
        assertThat(spdx.code()).isEqualTo(3);
    }

    @Test
    void endsWithNoughtWhenThereIsNothingToFind() throws IOException {
        CommandRun run = scan(sbom());

        assertThat(run.code()).isZero();
        assertThat(Findings.of(run)).isEmpty();
    }

    @Test
    void saysWhatAFileIsThatIsNoSbom() throws IOException {
        Map<String, String> files = Map.of(
                "",
                "it is empty",
                "hello",
                "no format that Ward knows",
                "[]",
                "neither CycloneDX nor SPDX",
                "<html><body>moved</body></html>",
                "an HTML page",
                "<?xml version=\"1.0\"?><!DOCTYPE bom [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><bom/>",
                "<!DOCTYPE …>",
                sbom(FIRST).replace("1.6", "9.9"),
                "\"9.9\"; versions 1.2 to 1.7 are read",
                sbom(FIRST).replace("CycloneDX", "SomethingElse"),
                "\"bomFormat\" is \"SomethingElse\"",
                "{\"a\":".repeat(200_000),
                "exceeds the maximum allowed (100000)",
                "%PDF-1.7",
                "PDF");
        for (Map.Entry<String, String> file : files.entrySet()) {
            CommandRun run = scan(file.getKey());

            assertThat(run.code()).as(file.getValue()).isEqualTo(3);
            assertThat(run.err()).contains("device.json").contains(file.getValue());
            assertThat(run.err().lines().allMatch(line -> line.length() <= 2_000))
                    .isTrue();
        }
    }

    @Test
    void refusesArchivesAndBombsButNotGzip() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("../../device.json"));
            out.write(sbom(FIRST).getBytes(StandardCharsets.UTF_8));
        }
        String padded = sbom(FIRST, LAST).strip();
        String bomb = padded.substring(0, padded.length() - 1) + " ".repeat(60_000_000) + "}";

        assertThat(scan(zip.toByteArray()).err()).contains("it is a zip archive");
        assertThat(Findings.of(scan(gzip(sbom(FIRST, LAST))))).isEqualTo(BOTH);
        assertThat(scan(gzip(bomb)).err()).contains("unpacks to more than 250 times its size");
        byte[] whole = gzip(sbom(FIRST, LAST));
        assertThat(scan(Arrays.copyOf(whole, whole.length / 2)).err()).contains("it is damaged");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    @Test
    void tellsWhereAFileWasCutOffAndKeepsWhatStoodBefore() throws IOException {
        byte[] whole = sbom(FIRST, LAST).strip().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length += 7) {
            CommandRun run = scan(Arrays.copyOf(whole, length));

            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err()).contains("device.json, line ");
            if (length > whole.length - 40) {
                assertThat(Findings.of(run)).contains("CVE-2099-0001 first");
                assertThat(run.err()).contains("it was cut off");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-8"})
    void readsEveryEncodingOfJson(String charset) throws IOException {
        CommandRun run = scan(sbom(FIRST, LAST).getBytes(Charset.forName(charset)));

        assertThat(run.code()).isZero();
        assertThat(Findings.of(run)).isEqualTo(BOTH);
    }

    @Test
    void looksAtTheContentAndNotAtTheName() throws IOException {
        Path json = Files.writeString(folder.resolve("device.xml"), sbom(FIRST, LAST));
        Path xml = Files.writeString(folder.resolve("xml.json"), """
                <bom xmlns="http://cyclonedx.org/schema/bom/1.4"><components><component type="library" bom-ref="first">
                <name>good</name><version>1.0</version><purl>pkg:pypi/good@1.0</purl></component></components></bom>
                """);

        assertThat(Findings.of(scan(json, "json"))).isEqualTo(BOTH);
        assertThat(Findings.of(scan(xml, "json"))).containsExactly("CVE-2099-0001 first");
    }

    @Test
    void saysWhichFileIsAbsentBeforeItPreparesAnything() {
        CommandRun run = scan(folder.resolve("no.json"), "json");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("there is no \"").contains("no.json").doesNotContain("Preparing");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void scansTheOthersBesideAFolder() throws IOException {
        Path good = Files.writeString(folder.resolve("good.json"), sbom(FIRST, LAST));

        CommandRun run = CommandRun.of(
                folder.resolve("cache"),
                "scan",
                folder.toString(),
                good.toString(),
                "--vulns",
                vulns.toString(),
                "--format",
                "json");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains(folder.toString()).contains("reading it failed");
        assertThat(Findings.of(run)).isEqualTo(BOTH);
    }

    @Test
    void showsNothingThatSteersATerminal() throws IOException {
        String steering = "\\u001b[31mgo\\u0007od\\u202e\\r\\u009b2J\\n";
        String component = FIRST.replace("\"name\": \"good\"", "\"name\": \"" + steering + "\"")
                .replace("\"first\"", "\"\\u001b]0;x\\u0007\"");
        Path file = folder.resolve("de\u001b[31mvice\n.json");
        Files.writeString(file, sbom(component, LAST, LAST.replace("\"cpe:", "\"\\u001bcpe:")));

        CommandRun table = scan(file, "table");

        assertThat(table.code()).isZero();
        for (String shown : List.of(table.out(), table.err(), scan(file, "csv").out())) {
            assertThat(shown.replace("\n", "")
                            .replace("\r\n", "")
                            .replace("\r", "")
                            .codePoints()
                            .noneMatch(c -> Character.isISOControl(c) || c == 0x202e))
                    .isTrue();
        }
        assertThat(table.out()).contains("?[31mgo?od?");
    }

    @Test
    void showsNoArgumentThatSteersATerminal() {
        String steering = "\u001b[31mx";
        for (String[] arguments : List.of(
                new String[] {steering},
                new String[] {"scan", steering, "--vulns", steering},
                new String[] {"scan", "x", "--vulns", "x", "--fail-on", steering},
                new String[] {"index", steering, "--out", "x"},
                new String[] {"cvss", steering},
                new String[] {"version", "compare", steering, "1", "2"})) {
            CommandRun run = CommandRun.of(folder.resolve("cache"), arguments);

            assertThat(run.code()).isIn(0, 2, 3);
            assertThat(run.out() + run.err()).doesNotContain("\u001b");
        }
    }

    @Test
    void writesNoFormulaIntoCsv() throws IOException {
        for (String formula : List.of("=1+1", "+1", "-1", "@SUM(1)", "\\t=1", "\\r=1", "\\n=1", "＝1")) {
            CommandRun run = scan(
                    Files.writeString(
                            folder.resolve("device.json"),
                            sbom(FIRST.replace("\"name\": \"good\"", "\"name\": \"" + formula + "\""))),
                    "csv");

            assertThat(run.out().lines().count()).isEqualTo(2);
            assertThat(run.out()).containsPattern(",\"?'[=+@\\-?＝]");
        }
    }

    @Test
    void cutsLongNamesInTheTableOnly() throws IOException {
        String name = "n".repeat(1 << 20);
        Path file = Files.writeString(
                folder.resolve("device.json"), sbom(FIRST.replace("\"name\": \"good\"", "\"name\": \"" + name + "\"")));

        assertThat(scan(file, "table").out().lines().allMatch(line -> line.length() < 1_000))
                .isTrue();
        assertThat(scan(file, "json").out()).contains(name);
    }
}
