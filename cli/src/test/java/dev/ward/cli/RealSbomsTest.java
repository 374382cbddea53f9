package dev.ward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.house.RealFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RealSbomsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path folder;

    private static Path index = Path.of("");

    @BeforeAll
    static void prepareSources() {
        index = folder.resolve("real.index");
        CommandRun run = CommandRun.of(
                folder,
                "index",
                RealFiles.need("osv").toString(),
                RealFiles.need("kev").toString(),
                RealFiles.need("bench-portfolio/nvd-2.0/nvdcve-2.0-2023.json.gz")
                        .toString(),
                "--out",
                index.toString());
        assertThat(run.code()).as(run.err()).isZero();
    }

    @Test
    void scansEverySbomOfTheRealData() throws IOException {
        assertThat(scanAll("sboms")).isEqualTo(25);
    }

    @Test
    void scansEverySbomOfTheBenchmarkPortfolio() throws IOException {
        assertThat(scanAll("bench-portfolio/boms")).isEqualTo(32);
    }

    @Test
    void findsTheSameBesideAVersionThatOverflowsOtherParsers() throws IOException {
        Path poisoned = RealFiles.need("bench-portfolio/boms/poison-small.json.gz");
        JsonNode report = scan(List.of(poisoned));

        assertThat(report.at("/summary/findings").asInt()).isGreaterThan(50);
        assertThat(report.at("/findings").valueStream())
                .anySatisfy(finding ->
                        assertThat(finding.at("/component/name").asString()).isEqualTo("ekuiper"));
    }

    private static int scanAll(String folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(RealFiles.need(folder))) {
            files = found.sorted().toList();
        }
        JsonNode report = scan(files);
        assertThat(report.at("/summary/sboms").asInt()).isEqualTo(files.size());
        assertThat(report.at("/summary/components").asInt()).isGreaterThan(files.size());
        assertThat(report.at("/findings").valueStream())
                .isNotEmpty()
                .allSatisfy(finding ->
                        assertThat(finding.at("/match/why").asString()).isNotEmpty());
        return files.size();
    }

    private static JsonNode scan(List<Path> files) {
        Stream<String> arguments = Stream.concat(
                Stream.concat(Stream.of("scan"), files.stream().map(Path::toString)),
                Stream.of("--vulns", index.toString(), "--format", "json"));
        CommandRun run = CommandRun.of(folder, arguments.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return JSON.readTree(run.out());
    }
}
