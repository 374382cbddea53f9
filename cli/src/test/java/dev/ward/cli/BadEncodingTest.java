package dev.ward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SBOMs and sources with bytes that are not of their encoding: one spoils its own value and hides nothing.
class BadEncodingTest {

    private static final String SBOM = """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
             {"type": "library", "bom-ref": "poison", "name": "M\u00fcller"},
             {"type": "library", "bom-ref": "c", "name": "good", "version": "1.0", "purl": "pkg:pypi/good@1.0"}]}
            """;

    @TempDir
    Path folder;

    private static String record(String id, String summary) {
        return ("{\"id\": \"%s\", \"modified\": \"2099-01-02T00:00:00Z\", \"summary\": \"%s\", \"affected\": [{\"package\":"
                        + " {\"ecosystem\": \"PyPI\", \"name\": \"good\"}, \"ranges\": [{\"type\": \"ECOSYSTEM\","
                        + " \"events\": [{\"introduced\": \"0\"}, {\"fixed\": \"2\"}]}]}]}")
                .formatted(id, summary);
    }

    private CommandRun scan(byte[] sbom, byte[] source) throws IOException {
        Path device = Files.write(folder.resolve("device"), sbom);
        Path vulns = Files.write(folder.resolve("source"), source);
        return CommandRun.of(
                folder.resolve("cache"), "scan", device.toString(), "--vulns", vulns.toString(), "--format", "json");
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void findsTheSameBesideASpoiledComponent() throws IOException {
        CommandRun run = scan(latin(SBOM), latin(record("CVE-2099-0001", "flaw")));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("\"line\" : 2", "\"column\" : 53")
                .contains("the byte 0xFC is no UTF-8; \\\"\ufffd\\\" stands for it");
        assertThat(Findings.of(run)).containsExactly("CVE-2099-0001 c");
    }

    @Test
    void findsTheSameBesideASpoiledComponentInXml() throws IOException {
        String xml = """
                <bom xmlns="http://cyclonedx.org/schema/bom/1.4"><components>
                <component type="library" bom-ref="poison"><name>M\u00fcller\1</name></component>
                <component type="library" bom-ref="c">
                <name>good</name><version>1.0</version><purl>pkg:pypi/good@1.0</purl></component></components></bom>
                """;

        CommandRun run = scan(latin(xml), latin(record("CVE-2099-0001", "flaw")));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("the byte 0xFC is no UTF-8", "the control character U+0001");
        assertThat(Findings.of(run)).containsExactly("CVE-2099-0001 c");
    }

    @Test
    void findsTheSameBesideASpoiledRecord() throws IOException {
        String first = record("CVE-2099-0001", "flaw");
        String spoiled = record("CVE-2099-0002", "Sch\u00e4den");
        String last = record("CVE-2099-0003", "flaw");
        for (String format : List.of("%s\n%s\n%s\n", "[%s,\n%s,\n%s]")) {
            CommandRun run = scan(latin(SBOM), latin(format.formatted(first, spoiled, last)));

            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out()).contains("the byte 0xE4").contains("\"line\" : 2", "\"column\" : 76");
            assertThat(Findings.of(run)).containsExactly("CVE-2099-0001 c", "CVE-2099-0002 c", "CVE-2099-0003 c");
        }
    }
}
