package dev.ward.standards.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.standards.sbom.Component;
import dev.ward.standards.sbom.ToldSbom;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileSbomTest {

    private static final String CYCLONEDX = """
            {"bomFormat":"CycloneDX","specVersion":"1.6","serialNumber":"urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
             "version":1,"metadata":{"timestamp":"2024-01-02T03:04:05Z","component":{"type":"device","name":"pump"}},
             "components":[{"type":"library","bom-ref":"a","name":"zlib","version":"1.3",
               "hashes":[{"alg":"MD5","content":"3942447fac867ae5cdb3229b658f4d48"}],
               "licenses":[{"license":{"id":"Zlib"}}],"components":[{"type":"file","name":"ünïcode"}]}],
             "services":[{"name":"s","endpoints":["https://x.example"]}],"dependencies":[{"ref":"a","dependsOn":[]}]}""";

    private static final String XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1">
             <components><component type="library" bom-ref="a"><name>zlib &amp; co</name><version>1.3</version>
              <hashes><hash alg="MD5">3942447fac867ae5cdb3229b658f4d48</hash></hashes>
              <licenses><license><id>Zlib</id></license></licenses></component></components>
             <dependencies><dependency ref="a"/></dependencies></bom>""";

    private static final String SPDX = """
            {"spdxVersion":"SPDX-2.3","SPDXID":"SPDXRef-DOCUMENT","name":"d","creationInfo":{"creators":["Tool: t"]},
             "packages":[{"SPDXID":"a","name":"a","downloadLocation":"NONE","supplier":"Organization: x"}],
             "relationships":[{"spdxElementId":"SPDXRef-DOCUMENT","relationshipType":"DESCRIBES","relatedSpdxElement":"a"}]}""";

    @ParameterizedTest
    @ValueSource(strings = {CYCLONEDX, XML, SPDX})
    void readsTheSeedsWithoutComplaint(String seed) throws IOException {
        assertThat(read(seed.getBytes(UTF_8)).complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {CYCLONEDX, XML, SPDX})
    void endsInAClearAnswerWhereverTheInputIsCutOff(String seed) throws IOException {
        byte[] whole = seed.getBytes(UTF_8);
        for (int i = 0; i < 200; i++) {
            byte[] part = Arrays.copyOf(whole, i * (whole.length - 1) / 200);
            assertThat(read(part).refusal).as("cut at %d", part.length).isNotNull();
        }
    }

    @Test
    void keepsWhatStoodBeforeTheBreak() throws IOException {
        ToldSbom told =
                read(CYCLONEDX.substring(0, CYCLONEDX.indexOf("\"services\"")).getBytes(UTF_8));
        assertThat(told.components).extracting(Component::name).containsExactly("pump", "ünïcode", "zlib");
        assertThat(told.complaints()).singleElement().asString().contains("line 6, column 2");
    }

    /// The reader may say anything of a damaged document, but must say it: any other exception fails the test.
    @ParameterizedTest
    @ValueSource(strings = {CYCLONEDX, XML, SPDX})
    void survivesTwoThousandMutations(String seed) throws IOException {
        byte[] whole = seed.getBytes(UTF_8);
        Random random = new Random(20261122);
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] damaged = whole.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            refused += read(damaged).refusal == null ? 0 : 1;
        }
        assertThat(refused).isBetween(1, 1_999);
    }

    @ParameterizedTest
    @ValueSource(ints = {600, 10_000})
    void passesWhatIsNestedTooDeepAndReadsOn(int levels) throws IOException {
        String open = "{\"type\":\"library\",\"name\":\"n\",\"components\":[";
        ToldSbom json = read(("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":["
                        + open.repeat(levels) + "]}".repeat(levels) + ",{\"type\":\"file\",\"name\":\"last\"}]}")
                .getBytes(UTF_8));
        String tag = "<component type=\"library\"><name>n</name><components>";
        ToldSbom xml = read(("<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"><components>" + tag.repeat(levels)
                        + "</components></component>".repeat(levels)
                        + "<component type=\"file\"><name>last</name></component></components></bom>")
                .getBytes(UTF_8));
        for (ToldSbom told : List.of(json, xml)) {
            assertThat(told.refusal).isNull();
            assertThat(told.components).hasSize(501);
            assertThat(told.components.getLast().name()).isEqualTo("last");
            assertThat(told.unread).singleElement().satisfies(unread -> {
                assertThat(unread.lost()).isTrue();
                assertThat(unread.location().pointer()).isEqualTo("/components/0".repeat(501));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE bom [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE bom SYSTEM \"http://127.0.0.1:1/x.dtd\">",
                "<!DOCTYPE bom [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY x \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
            })
    void refusesEveryDocumentTypeDeclaration(String declaration) throws IOException {
        ToldSbom told = read((declaration
                        + "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"><components><component type=\"file\">"
                        + "<name>&x;</name></component></components></bom>")
                .getBytes(UTF_8));
        assertThat(told.components).isEmpty();
        assertThat(told.complaints()).singleElement().asString().contains("document type declaration");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE"})
    void readsJsonInWideEncodings(String charset) throws IOException {
        ToldSbom told = read(CYCLONEDX.getBytes(Charset.forName(charset)));
        assertThat(told.complaints()).isEmpty();
        assertThat(told.components).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "ISO-8859-1", "windows-1252"})
    void readsXmlInTheEncodingThatItStatesOrShows(String charset) throws IOException {
        String text = XML.replace("\"UTF-8\"", "\"" + charset + "\"").replace("zlib &amp; co", "ünïcode");
        ToldSbom told = read(text.getBytes(Charset.forName(charset)));
        assertThat(told.complaints()).isEmpty();
        assertThat(told.components).extracting(Component::name).containsExactly("ünïcode");
    }

    @Test
    void marksXmlOfAnotherEncodingThanItStates() throws IOException {
        String text = XML.replace("zlib &amp; co", "ünïcode");
        ToldSbom told = read(text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(told.complaints()).hasSize(2).allMatch(one -> one.contains("UTF-8"));
        assertThat(told.components).extracting(Component::name).containsExactly("\ufffdn\ufffdcode");
        assertThat(said(text.replace("UTF-8", "x-none").getBytes(UTF_8))).contains("encoding \"x-none\" is not known");
    }

    @Test
    void marksTextOfAnEncodingThatIsNotJsons() throws IOException {
        ToldSbom told = read(CYCLONEDX.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(told.complaints()).isNotEmpty().allMatch(one -> one.endsWith("stands for it"));
        assertThat(told.components).hasSize(3);
    }

    @Test
    void readsThroughGzipButNotThroughABomb() throws IOException {
        assertThat(read(gzip(CYCLONEDX.getBytes(UTF_8))).components).hasSize(3);
        String blank = "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\"" + " ".repeat(64 << 20) + "}";
        assertThat(read(gzip(blank.getBytes(UTF_8))).complaints())
                .singleElement()
                .asString()
                .contains("unpacks to more than 250 times its size");
        ToldSbom small = ToldSbom.of(
                new SbomIntake(new SbomIntake.Limits(100, 250)),
                "test",
                new ByteArrayInputStream(CYCLONEDX.getBytes(UTF_8)));
        assertThat(small.complaints()).singleElement().asString().contains("more than 100 bytes");
    }

    @Test
    void saysWhatAnInputIsThatIsNoSbom() throws IOException {
        assertThat(said(new byte[0])).contains("it is empty");
        assertThat(said(" \n".getBytes(UTF_8))).contains("it is empty");
        assertThat(said(zip())).contains("it is a zip archive");
        assertThat(said(gzip(gzip(CYCLONEDX.getBytes(UTF_8))))).contains("it is a gzip file");
        assertThat(said(Arrays.copyOf(gzip(CYCLONEDX.getBytes(UTF_8)), 300)))
                .contains("it is damaged: Unexpected end of ZLIB input stream");
        assertThat(said("%PDF-1.7".getBytes(UTF_8))).contains("PDF");
        assertThat(said("{\"document\":{}}".getBytes(UTF_8))).contains("CSAF");
        assertThat(said("{\"name\":\"x\",\"packages\":{}}".getBytes(UTF_8))).contains("neither CycloneDX nor SPDX");
        assertThat(said(("{\"name\":[" + "1,".repeat(5 << 20) + "1]}").getBytes(UTF_8)))
                .contains("does not show");
        assertThat(said("<html/>".getBytes(UTF_8))).contains("an HTML page");
        assertThat(said("[1]".getBytes(UTF_8))).contains("neither CycloneDX nor SPDX");
        assertThat(said("hello".getBytes(UTF_8))).contains("no format that Ward knows");
    }

    @Test
    void decidesByTheFieldsThatOnlyOneFormatHasWhereverTheyStand() throws IOException {
        String many = "{\"name\":\"x\",\"type\":\"file\"},".repeat(250_000);
        assertThat(read(("{\"comment\":\"c\",\"components\":[" + many
                                        + "{\"name\":\"x\",\"type\":\"file\"}],\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\"}")
                                .getBytes(UTF_8))
                        .components)
                .hasSize(250_001);
    }

    private static String said(byte[] input) throws IOException {
        return read(input).complaints().toString();
    }

    private static ToldSbom read(byte[] input) throws IOException {
        return ToldSbom.of(new SbomIntake(SbomIntake.Limits.USUAL), "test", new ByteArrayInputStream(input));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            out.putNextEntry(new ZipEntry("bom.json"));
            out.write(CYCLONEDX.getBytes(UTF_8));
        }
        return packed.toByteArray();
    }
}
