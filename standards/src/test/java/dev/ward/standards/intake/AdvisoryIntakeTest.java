package dev.ward.standards.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ward.standards.advisory.Advisory;
import dev.ward.standards.advisory.AdvisoryVisitor;
import dev.ward.standards.input.Unread;
import dev.ward.standards.input.UnreadableInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdvisoryIntakeTest {

    static final String OSV = "{\"id\": \"OSV-%s\", \"modified\": \"2024-01-01T00:00:00Z\", \"affected\": []}";
    static final String CVE = "{\"cveMetadata\": {\"cveId\": \"CVE-2024-%s\", \"state\": \"PUBLISHED\"},"
            + " \"containers\": {\"cna\": {\"providerMetadata\": {}}}}";
    static final String NVD = "{\"cve\": {\"id\": \"CVE-2024-%s\", \"vulnStatus\": \"Analyzed\"}}";

    @Test
    void tellsWhatWasTaken() throws Exception {
        AdvisoryIntake.Taken taken = AdvisoryIntake.read(
                "lines", stream(OSV.formatted(1) + "\n" + CVE.formatted(1111) + "\nx\n"), new Told());
        assertThat(taken).isEqualTo(new AdvisoryIntake.Taken(Set.of(AdvisoryKind.OSV, AdvisoryKind.CVE), 2, 1));
    }

    @Test
    void readsOneRecord() throws Exception {
        assertThat(ids(Told.of(OSV.formatted(1)))).containsExactly("OSV-1");
        assertThat(ids(Told.of("\uFEFF \n" + CVE.formatted(1111)))).containsExactly("CVE-2024-1111");
        assertThat(ids(Told.of(NVD.formatted(1111)))).containsExactly("CVE-2024-1111");
    }

    @Test
    void readsAnArray() throws Exception {
        assertThat(ids(Told.of("[" + OSV.formatted(1) + ",\n" + CVE.formatted(1111) + "]")))
                .containsExactly("OSV-1", "CVE-2024-1111");
    }

    @Test
    void readsAFeedWithItsNamesInAnyOrder() throws Exception {
        String feed = "{\"vulnerabilities\": [" + NVD.formatted(1111) + ", 5, " + NVD.formatted(2222)
                + "], \"format\": \"NVD_CVE\"}";
        Told told = Told.of(feed);
        assertThat(ids(told)).containsExactly("CVE-2024-1111", "CVE-2024-2222");
        assertThat(told.lost()).extracting(it -> it.location().pointer()).containsExactly("/vulnerabilities/1");
    }

    @Test
    void readsUtf16() throws Exception {
        assertThat(ids(Told.of(("\uFEFF" + OSV.formatted(1)).getBytes(StandardCharsets.UTF_16BE))))
                .containsExactly("OSV-1");
    }

    @Test
    void losesOneLineAndReadsTheNext() throws Exception {
        Told told = Told.of(
                OSV.formatted(1) + "\n{\"id\": \"OSV-2\", \n\n" + OSV.formatted(3) + " {}\n" + OSV.formatted(4));
        assertThat(ids(told)).containsExactly("OSV-1", "OSV-3", "OSV-4");
        assertThat(told.lost())
                .extracting(it -> it.location().line(), Unread::what)
                .containsExactly(tuple(2L, "record"), tuple(4L, "the rest of the line"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "null", "[]", "x", "\u0000x"})
    void losesASecondLineThatIsNoObject(String line) throws Exception {
        Told told = Told.of(OSV.formatted(1) + "\n" + line + "\n" + OSV.formatted(3));
        assertThat(ids(told)).containsExactly("OSV-1", "OSV-3");
        assertThat(told.lost()).extracting(it -> it.location().line()).containsExactly(2L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\": \"OSV", "{\"id\": [", "{\"id\": \"\\", "{{{"})
    void losesABrokenFirstLineAndReadsTheNext(String line) throws Exception {
        Told told = Told.of(line + "\n" + OSV.formatted(2) + "\n" + OSV.formatted(3));
        assertThat(ids(told)).containsExactly("OSV-2", "OSV-3");
        assertThat(told.lost()).extracting(it -> it.location().line()).containsExactly(1L);
    }

    @Test
    void takesADocumentOfManyLinesForOne() throws Exception {
        String feed = "{\"format\": \"NVD_CVE\", \"vulnerabilities\": [\n%s,\n%s\n]}\n"
                .formatted(NVD.formatted(1111), NVD.formatted(2222));
        assertThat(ids(Told.of(feed))).containsExactly("CVE-2024-1111", "CVE-2024-2222");
        assertThat(Told.of(feed).lost()).isEmpty();
        assertThat(ids(Told.of("{\n" + OSV.formatted(1).substring(1)))).containsExactly("OSV-1");
    }

    @Test
    void keepsWhatStandsBeforeASyntaxError() throws Exception {
        Told told =
                Told.of("{\"resultsPerPage\": 2, \"vulnerabilities\": [\n" + NVD.formatted(1111) + ",\n{\"cve\": {]");
        assertThat(ids(told)).containsExactly("CVE-2024-1111");
        assertThat(told.lost())
                .extracting(it -> it.location().line(), Unread::what)
                .containsExactly(tuple(3L, "the rest of the document"));
    }

    @Test
    void saysWhatFollowsTheDocument() throws Exception {
        assertThat(Told.of("{\n" + OSV.formatted(1).substring(1) + "{}").lost())
                .extracting(Unread::reason)
                .containsExactly("follows after the end of the document");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"format\": \"NVD_CVE\", \"vulnerabilities\": []}",
                "{\"catalogVersion\": \"1\", \"vulnerabilities\": []}",
                "{\"vulnerabilities\": [], \"catalogVersion\": \"1\"}",
                "[]"
            })
    void saysThatAFeedIsEmpty(String feed) throws Exception {
        assertThat(Told.of(feed).unread)
                .extracting(Unread::reason, Unread::lost)
                .containsExactly(tuple("holds no records", false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    ~~                                                       | empty
                    ~   ~                                                    | empty
                    <!DOCTYPE html><html>                                    | an HTML page
                    <?xml version="1.0"?><nvd/>                              | an XML document
                    ```toml                                                  | a Markdown or YAML text
                    hello                                                    | of no format that Ward knows
                    {}                                                       | an empty JSON object
                    {"a": 1, "b": 2}                                         | it holds "a", "b"
                    {"CVE_data_type": "CVE", "CVE_Items": []}                | an NVD feed of the old format 1.1
                    {"bomFormat": "CycloneDX", "vulnerabilities": [{}]}      | a CycloneDX BOM
                    {"vulnerabilities": [{"id": "x"}], "bomFormat": "x"}     | a CycloneDX BOM
                    {"document": {"csaf_version": "2.0"}}                    | a CSAF document
                    {"spdxVersion": "SPDX-2.3"}                              | an SPDX document
                    {"data_type": "CVE", "CVE_data_meta": {}}                | a CVE record of the old format 4.0
                    {"vulnerabilities": []}                                  | an empty list of vulnerabilities
                    [1, 2]                                                   | a single JSON value
                    {"id": "x", "affected": [                                | it was cut off
                    PK                                                       | a zip archive without entries
                    BZh91AY                                                  | packed in a way
                    %PDF-1.7                                                 | a PDF document
                    """)
    void saysWhatAnInputIsThatItDoesNotRead(String input, String what) {
        assertThatThrownBy(() -> Told.of(input.replace("```toml", "```toml\n")))
                .isInstanceOf(UnreadableInput.class)
                .hasMessageContaining(what);
    }

    @Test
    void losesARecordThatIsNestedTooDeep() throws Exception {
        String deep = "{\"id\": \"OSV-2\", \"affected\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}";
        Told told = Told.of("[" + OSV.formatted(1) + "," + deep + "," + OSV.formatted(3) + "]");
        assertThat(ids(told)).containsExactly("OSV-1", "OSV-3");
        assertThat(told.lost()).extracting(Unread::reason).containsExactly("is nested deeper than 200 levels");
    }

    @Test
    void losesARecordThatIsTooLong() throws Exception {
        String many = "\"x\":[" + "0,".repeat(5_000_000) + "0]";
        Told told = Told.of("[" + OSV.formatted(1) + ",{" + many + "}," + OSV.formatted(3) + "]");
        assertThat(ids(told)).containsExactly("OSV-1", "OSV-3");
        assertThat(told.lost()).extracting(Unread::reason).containsExactly("is longer than 67108864 characters");
    }

    @Test
    void refusesALineOfGarbageAfterTheOther() {
        assertThatThrownBy(() -> Told.of("{\"a\": 1}\n".repeat(5_000)))
                .isInstanceOf(UnreadableInput.class)
                .hasMessageContaining("it holds \"a\"");
    }

    @Test
    void passesOnThatTheInputFails() {
        InputStream failing = new SequenceInputStream(stream("[" + OSV.formatted(1) + ","), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("disk");
            }
        });
        AdvisoryVisitor told = new Told();
        assertThatThrownBy(() -> AdvisoryIntake.read("input", failing, told))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("disk");
    }

    static java.util.List<String> ids(Told told) {
        return told.advisories.stream().map(Advisory::id).toList();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
