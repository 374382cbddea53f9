package dev.ward.standards.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.house.RealFiles;
import dev.ward.standards.sbom.SbomReader;
import dev.ward.standards.sbom.ToldSbom;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Reads every JSON and XML document of the specification's own tests, of all versions from 1.2 to 1.7.
///
/// Its documents in Protocol Buffers' text form are left out: no SBOM is exchanged in that form, and Ward reads none.
class CycloneDxConformanceTest {

    private static final int JSON_AND_XML = 413;
    private static final int TEXTPROTO = 101;

    /// By the part of the name that says what is invalid: what must be said of it.
    private static final Map<String, String> FAULTS = Map.ofEntries(
            Map.entry("citations", "citation.* it (has|must)"),
            Map.entry("component-external-version-and-range", "both a version and a versionRange"),
            Map.entry("component-versionRange-non-external-explicit", "versionRange but is not external"),
            Map.entry("component-versionRange-non-external-implicit", "versionRange but is not external"),
            Map.entry("component-swid", "swid .*it has no tagId"),
            Map.entry("empty-component", "component .*it has no name"),
            Map.entry("hash-md5", "hash .*\"foo\" is not hexadecimal"),
            Map.entry("hash-sha1", "hash .*\"foo\" is not hexadecimal"),
            Map.entry("hash-sha256", "hash .*\"foo\" is not hexadecimal"),
            Map.entry("issue-type", "\"foo\" is no issue type"),
            Map.entry("license-choice", "an expression must stand alone|both a licence and an expression"),
            Map.entry("license-declared-concluded-mix", "an expression must stand alone"),
            Map.entry("license-encoding", "is no encoding"),
            Map.entry("license-id", "is no SPDX licence id"),
            Map.entry("license-id-count", "more than one id or name"),
            Map.entry("license-missing-id-and-name", "neither an id nor a name"),
            Map.entry("metadata-timestamp", "timestamp .*is no date and time"),
            Map.entry("missing-component-type", "component .*it has no type"),
            Map.entry("namespace", "the version is \"12\""),
            Map.entry("properties", "property .*it has no name"),
            Map.entry("scope", "\"foo\" is no scope"),
            Map.entry("serialnumber", "serialNumber .*is no"),
            Map.entry("service-data", "is no data flow"));

    @Test
    void readsEveryValidDocumentWithoutComplaint() throws IOException {
        List<String> complaints = new ArrayList<>();
        for (Path file : cases("valid")) {
            ToldSbom told = read(file);
            told.complaints().forEach(complaint -> complaints.add(file + ": " + complaint));
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithEveryInvalidDocument() throws IOException {
        Map<String, List<String>> unexpected = new TreeMap<>();
        for (Path file : cases("invalid")) {
            List<String> complaints = read(file).complaints();
            String fault = FAULTS.getOrDefault(subject(file), "a fault that this test does not know");
            if (complaints.stream().noneMatch(complaint -> complaint.matches("(?s).*(" + fault + ").*"))) {
                unexpected.put(file.toString(), complaints);
            }
        }
        assertThat(unexpected).isEmpty();
    }

    @Test
    void leavesNoDocumentOut() throws IOException {
        assertThat(cases("valid").size() + cases("invalid").size()).isEqualTo(JSON_AND_XML);
        assertThat(files().stream().filter(file -> file.toString().endsWith(".textproto")))
                .hasSize(TEXTPROTO);
        assertThat(files()).hasSize(JSON_AND_XML + TEXTPROTO);
    }

    static ToldSbom read(Path file) throws IOException {
        SbomReader reader = isXml(file) ? new CycloneDxXmlReader() : new CycloneDxJsonReader();
        try (InputStream in = RealFiles.open(file)) {
            return ToldSbom.of(reader, file.getFileName().toString(), in);
        }
    }

    /// The documents whose name begins with a word and that are JSON or XML.
    static List<Path> cases(String word) throws IOException {
        return files().stream()
                .filter(file -> isXml(file) || file.toString().endsWith(".json"))
                .filter(file -> file.getFileName().toString().startsWith(word + "-"))
                .sorted()
                .toList();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(RealFiles.need("cyclonedx-spec-tests"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static String subject(Path file) {
        return file.getFileName().toString().replaceAll("^invalid-|(-1\\.[0-9])?\\.(json|xml)$", "");
    }

    private static boolean isXml(Path file) {
        return file.toString().endsWith(".xml");
    }
}
