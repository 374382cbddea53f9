package dev.ward.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Vulnerability sources that are broken, hostile, or no sources at all, and places where nothing can be written.
class BadSourceTest {

    private static final String SBOM = """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
             {"type": "library", "bom-ref": "c", "name": "good", "version": "1.0", "purl": "pkg:pypi/good@1.0"}]}
            """;

    private static final String FIRST = record("CVE-2099-0001");
    private static final String LAST = record("CVE-2099-0002");
    private static final Set<String> BOTH = Set.of("CVE-2099-0001 c", "CVE-2099-0002 c");

    @TempDir
    Path folder;

    private Path sbom = Path.of("");
    private Path vulns = Path.of("");

    @BeforeEach
    void writeInputs() throws IOException {
        sbom = Files.writeString(folder.resolve("device.json"), SBOM);
        vulns = Files.createDirectory(folder.resolve("vulns"));
    }

    private static String record(String id) {
        return ("{\"id\": \"%s\", \"modified\": \"2099-01-02T00:00:00Z\", \"summary\": \"flaw\", \"affected\": [{\"package\":"
                        + " {\"ecosystem\": \"PyPI\", \"name\": \"good\"}, \"ranges\": [{\"type\": \"ECOSYSTEM\","
                        + " \"events\": [{\"introduced\": \"0\"}, {\"fixed\": \"2\"}]}]}]}")
                .formatted(id);
    }

    private CommandRun run(String... arguments) {
        CommandRun run = CommandRun.of(folder.resolve("cache"), arguments);
        assertThat(run.err()).doesNotContain("\tat ").doesNotContain("\u001b");
        return run;
    }

    private CommandRun scan(Path... sources) {
        return run(Stream.concat(
                        Stream.of("scan", sbom.toString(), "--format", "json", "--vulns"),
                        Arrays.stream(sources).map(Path::toString))
                .toArray(String[]::new));
    }

    private CommandRun scan(byte[] source) throws IOException {
        return scan(Files.write(vulns.resolve("source.json"), source));
    }

    private CommandRun scan(String source) throws IOException {
        return scan(source.getBytes(StandardCharsets.UTF_8));
    }

    /// Each is JSON, but no good record.
    static Map<String, String> poisonousRecords() {
        Map<String, String> poison = new TreeMap<>();
        String record = record("CVE-2099-0099");
        poison.put("a number", "17");
        poison.put("nothing", "null");
        poison.put("an empty list", "[]");
        poison.put("an empty object", "{}");
        poison.put("no id", record.replace("\"id\"", "\"di\""));
        poison.put("an id of a megabyte", record.replace("CVE-2099-0099", "P".repeat(1 << 20)));
        poison.put("a name of a megabyte", record.replace("\"good\"", "\"" + "x".repeat(1 << 20) + "\""));
        poison.put("a version of a million digits", record.replace("\"2\"", "\"" + "9".repeat(1_000_000) + "\""));
        poison.put("no version", record.replace("\"2\"", "\"!!\\u0000\""));
        poison.put("other types everywhere", record.replace("[{", "[5, null, \"x\", [], {\"package\": 7}, {"));
        poison.put("ten thousand levels", record.replace("\"flaw\"", "[".repeat(10_000) + "]".repeat(10_000)));
        poison.put("control characters", record.replace("flaw", "fl\\u001b[31m\\u0000\\naw"));
        poison.put("a control character that is not escaped", record.replace("flaw", "fl\u0001\taw"));
        poison.put("a backslash that begins no escape", record.replace("flaw", "fl\\x \\u12aw"));
        poison.put("a number of ten thousand digits", record.replace("\"flaw\"", "9".repeat(10_000)));
        poison.put("half a surrogate", record.replace("PyPI", "\\ud800").replace("flaw", "\\udc00"));
        poison.put("an unknown ecosystem", record.replace("PyPI", "N\\u001bope"));
        poison.put("an impossible date", record.replace("2099-01-02", "+999999999-99-99"));
        poison.put(
                "itself for an alias",
                record.replace("\"affected\"", "\"aliases\": [\"CVE-2099-0099\", 5], \"affected\""));
        poison.put(
                "fifty thousand events",
                record.replace(
                        "{\"introduced\": \"0\"}",
                        IntStream.range(0, 50_000)
                                .mapToObj(i -> "{\"introduced\": \"%d\"}".formatted(i))
                                .collect(Collectors.joining(","))));
        return poison;
    }

    static Set<String> kindsOfPoison() {
        return poisonousRecords().keySet();
    }

    private static String poison(String kind) {
        return String.valueOf(poisonousRecords().get(kind));
    }

    @ParameterizedTest
    @MethodSource("kindsOfPoison")
    void findsTheSameBesideAPoisonousRecord(String kind) throws IOException {
        String poison = poison(kind);
        CommandRun lines = scan(FIRST + "\n" + poison + "\n" + LAST + "\n");
        CommandRun array = scan("[" + FIRST + ",\n" + poison + ",\n" + LAST + "]");

        assertThat(lines.code()).as(lines.err()).isZero();
        assertThat(Findings.of(lines)).containsAll(BOTH);
        assertThat(array.code()).as(array.err()).isZero();
        assertThat(Findings.of(array)).containsAll(BOTH);
    }

    @Test
    void findsTheSameBesideALineThatIsNoJson() throws IOException {
        byte[] bad = "{\"id\": \"".getBytes(StandardCharsets.UTF_8);
        bad[1] = (byte) 0xff;
        for (byte[] line : List.of(
                bad,
                "hello".getBytes(StandardCharsets.UTF_8),
                FIRST.substring(0, 40).getBytes(StandardCharsets.UTF_8),
                FIRST.replace("flaw\"", "flaw").getBytes(StandardCharsets.UTF_8))) {
            ByteArrayOutputStream source = new ByteArrayOutputStream();
            source.writeBytes((FIRST + "\n").getBytes(StandardCharsets.UTF_8));
            source.writeBytes(line);
            source.writeBytes(("\n" + LAST + "\n").getBytes(StandardCharsets.UTF_8));

            CommandRun run = scan(source.toByteArray());

            assertThat(Findings.of(run)).isEqualTo(BOTH);
            assertThat(run.out()).contains("\"line\" : 2").contains("is no JSON");
        }
    }

    @Test
    void readsOnWhereTheFirstLineIsTheBrokenOne() throws IOException {
        for (String broken : List.of("{\"id\": \"x", "{\"id\": \"x\", \"affected\": [", "{\"a\": [{\"b\": \"[{")) {
            CommandRun run = scan(broken + "\n" + FIRST + "\n" + LAST + "\n");

            assertThat(Findings.of(run)).as(run.err()).isEqualTo(BOTH);
            assertThat(run.out()).contains("\"line\" : 1");
        }
    }

    @Test
    void tellsThatTheRestOfABrokenDocumentIsLost() throws IOException {
        CommandRun run = scan("[" + FIRST + ",\n{\"id\": \n" + LAST.substring(0, 30));

        assertThat(Findings.of(run)).containsExactly("CVE-2099-0001 c");
        assertThat(run.out()).contains("the rest of the document").contains("\"lost\" : true");
    }

    @Test
    void saysWhatASourceIsThatIsNone() throws IOException {
        Map<String, String> files = Map.of(
                "",
                "is empty",
                "<html>moved</html>",
                "an HTML page",
                "<?xml version=\"1.0\"?><a/>",
                "an XML document",
                "%PDF-1.4",
                "a PDF document",
                SBOM,
                "a CycloneDX BOM",
                "[".repeat(300_000),
                "exceeds the maximum allowed (100000)",
                "{\"a\": [",
                "it was cut off");
        for (Map.Entry<String, String> file : files.entrySet()) {
            CommandRun run = scan(file.getKey());

            assertThat(run.code()).as(file.getValue()).isEqualTo(3);
            assertThat(run.err()).contains("no sources").contains("source.json").contains(file.getValue());
            assertThat(run.err().lines().allMatch(line -> line.length() <= 2_000))
                    .isTrue();
            assertThat(run.out()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-8"})
    void readsEveryEncodingOfJson(String charset) throws IOException {
        assertThat(Findings.of(scan(FIRST.getBytes(Charset.forName(charset))))).containsExactly("CVE-2099-0001 c");
    }

    @Test
    void listsNoMoreUnreadPartsThanAPersonCanLookAt() throws IOException {
        CommandRun run = scan(FIRST + "\n" + "{}\n".repeat(200_000) + LAST + "\n");

        assertThat(Findings.of(run)).isEqualTo(BOTH);
        assertThat(run.out()).contains("more parts").contains("too many to list them");
        assertThat(run.out().length()).isLessThan(10 << 20);
    }

    @Test
    void writesNothingThatAnArchiveNames() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            for (Map.Entry<String, String> entry : new TreeMap<>(
                            Map.of("../../climbed.json", FIRST, "/tmp/../climbed", LAST, "a/\u001b[31m.txt", "x"))
                    .entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }

        CommandRun run = scan(zip.toByteArray());

        assertThat(Findings.of(run)).isEqualTo(BOTH);
        assertThat(run.out()).contains("climbs out of the archive");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.contains("climbed") || name.contains("31m"));
        }
    }

    @Test
    void stopsABombAndReadsTheOtherFiles() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
            out.write("{\"a\": \"".getBytes(StandardCharsets.UTF_8));
            byte[] much = new byte[1 << 20];
            Arrays.fill(much, (byte) 'a');
            for (int i = 0; i < 30; i++) {
                out.write(much);
            }
        }
        Files.write(vulns.resolve("bomb.json"), bomb.toByteArray());
        Files.writeString(vulns.resolve("good.json"), FIRST);

        CommandRun run = scan(vulns);

        assertThat(run.code()).isZero();
        assertThat(Findings.of(run)).containsExactly("CVE-2099-0001 c");
        assertThat(run.out()).contains("unpacks to more than 200 times its size");
    }

    @Test
    void walksAFolderWhateverLiesInIt() throws IOException {
        Files.writeString(vulns.resolve("good\n\u001b[31m one.json"), FIRST);
        Files.writeString(vulns.resolve("readme.txt"), "hello");
        Files.copy(sbom, vulns.resolve("device.json"));
        Files.createDirectories(vulns.resolve(".git/objects"));
        Files.writeString(vulns.resolve(".git/objects/hidden.json"), LAST);
        Path sub = Files.createDirectory(vulns.resolve("sub"));
        Files.createSymbolicLink(sub.resolve("loop"), vulns);
        Files.createSymbolicLink(sub.resolve("nowhere"), folder.resolve("absent"));
        Files.createSymbolicLink(sub.resolve("link.json"), Files.writeString(folder.resolve("elsewhere.json"), LAST));
        pipe(sub.resolve("pipe"));

        CommandRun run = scan(vulns);

        assertThat(run.code()).isZero();
        assertThat(Findings.of(run)).isEqualTo(BOTH);
        assertThat(run.out())
                .contains("readme.txt")
                .contains("is a CycloneDX BOM")
                .contains("it is not there")
                .doesNotContain("hidden.json");
        assertThat(run.err()).contains("good??[31m one.json: 1 records");
    }

    @Test
    void refusesAPipeRatherThanToWaitForIt() throws IOException {
        Path pipe = pipe(folder.resolve("pipe"));

        CommandRun run = scan(pipe);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("neither a file nor a folder");
    }

    private static Path pipe(Path place) throws IOException {
        try {
            assumeTrue(new ProcessBuilder("mkfifo", place.toString()).start().waitFor() == 0, "no pipes here");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return place;
    }

    @Test
    void keepsNoIndexWhereNothingCanBeWritten() throws IOException {
        Path source = Files.writeString(vulns.resolve("good.json"), FIRST);
        Path notAFolder = Files.writeString(folder.resolve("cache-file"), "x");

        CommandRun run =
                CommandRun.of(notAFolder, "scan", sbom.toString(), "--format", "json", "--vulns", source.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("cannot be kept for next time").contains("cache-file");
        assertThat(Findings.of(run)).containsExactly("CVE-2099-0001 c");
    }

    @Test
    void scansSeveralTimesAtOnceFromNothing() throws Exception {
        Path source = Files.writeString(vulns.resolve("good.json"), FIRST + "\n" + LAST);
        try (ExecutorService both = Executors.newFixedThreadPool(4)) {
            Callable<CommandRun> scan = () -> scan(source);
            for (Future<CommandRun> run : both.invokeAll(List.of(scan, scan, scan, scan))) {
                assertThat(run.get().code()).as(run.get().err()).isZero();
                assertThat(Findings.of(run.get())).isEqualTo(BOTH);
            }
        }
        try (Stream<Path> files = Files.list(folder.resolve("cache/ward"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .singleElement()
                    .asString()
                    .endsWith(".index");
        }
    }

    @Test
    void writesAnIndexOnlyWhereOneBelongs() throws IOException {
        Path source = Files.writeString(vulns.resolve("good.json"), FIRST);
        String before = Files.readString(sbom);

        CommandRun onto = run("index", source.toString(), "--out", sbom.toString());
        CommandRun aFolder = run("index", source.toString(), "--out", folder.toString());
        CommandRun nameless = run("index", source.toString(), "--out", "");
        CommandRun below =
                run("index", source.toString(), "--out", sbom.resolve("x.index").toString());

        assertThat(List.of(onto.code(), aFolder.code(), nameless.code(), below.code()))
                .containsOnly(3);
        assertThat(onto.err()).contains("device.json\" is there and is no index");
        assertThat(aFolder.err()).contains("is a folder; name a file");
        assertThat(nameless.err()).contains("is a folder; name a file");
        assertThat(below.err()).contains("cannot write into \"").contains("device.json");
        assertThat(Files.readString(sbom)).isEqualTo(before);
    }

    @Test
    void leavesAnOlderIndexWhenNothingWasRead() throws IOException {
        Path source = Files.writeString(vulns.resolve("good.json"), FIRST);
        Path index = folder.resolve("all.index");
        assertThat(run("index", source.toString(), "--out", index.toString()).code())
                .isZero();
        Files.writeString(source, "<html>moved</html>");

        CommandRun moved = run("index", source.toString(), "--out", index.toString());

        assertThat(moved.code()).isEqualTo(3);
        assertThat(moved.err()).contains("no sources");
        assertThat(Findings.of(scan(index))).containsExactly("CVE-2099-0001 c");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".partial"));
        }
    }

    @Test
    void combinesNoIndexWithOtherSources() throws IOException {
        Path source = Files.writeString(vulns.resolve("good.json"), FIRST);
        Path index = vulns.resolve("all.index");
        run("index", source.toString(), "--out", index.toString());

        CommandRun run = scan(vulns);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("all.index").contains("cannot be combined");
    }
}
