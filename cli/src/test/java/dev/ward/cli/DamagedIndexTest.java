package dev.ward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Indexes that are no longer as they were written: a clear message or the right answer, nothing else.
class DamagedIndexTest {

    private static final String SBOM = """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
             {"type": "library", "bom-ref": "p", "name": "good", "version": "1.0", "purl": "pkg:pypi/good@1.0"},
             {"type": "library", "bom-ref": "c", "name": "fine", "version": "1.0",
              "cpe": "cpe:2.3:a:acme:fine:1.0:*:*:*:*:*:*:*"}]}
            """;

    private static final String SOURCE = """
            {"id": "CVE-2099-0001", "modified": "2099-01-02T00:00:00Z", "summary": "flaw", "aliases": ["X-1"], \
            "affected": [{"package": {"ecosystem": "PyPI", "name": "good"}, \
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2"}]}]}]}
            {"cve": {"id": "CVE-2099-0002", "vulnStatus": "Analyzed", \
            "descriptions": [{"lang": "en", "value": "flaw"}], "configurations": [{"nodes": [{"operator": "OR", \
            "negate": false, "cpeMatch": [{"vulnerable": true, \
            "criteria": "cpe:2.3:a:acme:fine:*:*:*:*:*:*:*:*", "versionEndExcluding": "2"}]}]}]}}
            {"cveID": "CVE-2099-0001", "vendorProject": "v", "product": "p", "vulnerabilityName": "n", \
            "dateAdded": "2099-01-01", "shortDescription": "s", "requiredAction": "r", "dueDate": "2099-02-01"}
            """;

    @TempDir
    Path folder;

    private Path sbom = Path.of("");
    private Path source = Path.of("");
    private Path index = Path.of("");
    private byte[] whole = new byte[0];
    private String answer = "";

    @BeforeEach
    void makeIndex() throws IOException {
        sbom = Files.writeString(folder.resolve("device.json"), SBOM);
        source = Files.writeString(folder.resolve("source.ndjson"), SOURCE);
        index = folder.resolve("all.index");
        CommandRun made = CommandRun.of(folder, "index", source.toString(), "--out", index.toString());
        assertThat(made.code()).as(made.err()).isZero();
        whole = Files.readAllBytes(index);
        CommandRun run = scan(index);
        answer = run.out();
        assertThat(Findings.of(run)).containsExactly("CVE-2099-0001 p", "CVE-2099-0002 c");
        assertThat(answer).contains("\"kev\" : true");
    }

    private CommandRun scan(Path vulns) {
        return CommandRun.of(
                folder.resolve("cache"), "scan", sbom.toString(), "--format", "json", "--vulns", vulns.toString());
    }

    private CommandRun scan(byte[] damaged) throws IOException {
        Files.write(index, damaged);
        CommandRun run = scan(index);
        assertThat(run.err()).doesNotContain("\tat ");
        if (run.code() == 0) {
            assertThat(run.out()).isEqualTo(answer);
        } else {
            assertThat(run.code()).as(run.err()).isEqualTo(3);
            assertThat(run.err())
                    .contains("all.index")
                    .containsAnyOf("is damaged", "is no index", "another version", "no sources", "not read");
        }
        return run;
    }

    @Test
    void neverTakesDamageForAnAnswer() throws IOException {
        Random random = new Random(20991122);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));

            scan(damaged);
        }
    }

    @Test
    void noticesEveryBitOfWhatLeadsToTheRest() throws IOException {
        // the trailer and the summary before it
        for (int at = whole.length - 200; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) (1 << at % 8);

            assertThat(scan(damaged).code()).isEqualTo(3);
        }
    }

    @Test
    void saysThatAnIndexWasCutOff() throws IOException {
        for (int length = 0; length < whole.length; length += 61) {
            assertThat(scan(Arrays.copyOf(whole, length)).code()).isEqualTo(3);
        }
    }

    @Test
    void believesNoLengthBeyondTheFile() throws IOException {
        for (int at = Long.BYTES; at < whole.length - Integer.BYTES; at += 3) {
            byte[] damaged = whole.clone();
            ByteBuffer.wrap(damaged).putInt(at, Integer.MAX_VALUE - at % 5);

            scan(damaged);
        }
    }

    @Test
    void makesAKeptIndexAnewThatIsDamaged() throws IOException {
        CommandRun first = scan(source);
        Path kept;
        try (Stream<Path> files = Files.list(folder.resolve("cache/ward"))) {
            kept = files.findFirst().orElseThrow();
        }
        Files.write(kept, Arrays.copyOf(Files.readAllBytes(kept), 100));

        CommandRun second = scan(source);
        CommandRun third = scan(source);

        assertThat(second.code()).isZero();
        assertThat(second.err()).contains("made anew");
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(third.err()).doesNotContain("Preparing");
    }
}
