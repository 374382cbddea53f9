package dev.ward.standards.spdx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.standards.purl.Purl;
import dev.ward.standards.sbom.Component;
import dev.ward.standards.sbom.Dependency;
import dev.ward.standards.sbom.ToldSbom;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpdxJsonReaderTest {

    @Test
    void readsAPackageAsAComponent() throws IOException {
        ToldSbom told = read("""
                {"spdxVersion":"SPDX-2.3","documentNamespace":"https://x.example/1","name":"doc",
                 "creationInfo":{"created":"2024-01-02T03:04:05Z","creators":["Tool: t-1","Organization: O","Person: P ()"]},
                 "packages":[{"SPDXID":"SPDXRef-a","name":"a","versionInfo":"1.0","downloadLocation":"NONE",
                   "primaryPackagePurpose":"OPERATING_SYSTEM","supplier":"Organization: S (s@x.example)",
                   "originator":"NOASSERTION","licenseDeclared":"MIT","licenseConcluded":"NOASSERTION",
                   "checksums":[{"algorithm":"SHA1","checksumValue":"E6B1000B94E835FFD37F4C6DCBDAD43F4B48A02A"}],
                   "externalRefs":[{"referenceCategory":"SECURITY","referenceType":"swid","referenceLocator":"swid:x"}]}]}""");
        assertThat(told.complaints()).isEmpty();
        assertThat(told.document).satisfies(document -> {
            assertThat(document).isNotNull();
            assertThat(document.serialNumber()).isEqualTo("https://x.example/1");
            assertThat(document.timestamp()).isEqualTo(Instant.parse("2024-01-02T03:04:05Z"));
            assertThat(document.tools()).containsExactly("t-1");
            assertThat(document.authors()).containsExactly("O", "P ()");
        });
        assertThat(told.components).singleElement().satisfies(c -> {
            assertThat(c.ref()).isEqualTo("SPDXRef-a");
            assertThat(c.type()).isEqualTo("operating-system");
            assertThat(c.supplier()).isEqualTo("S (s@x.example)");
            assertThat(c.manufacturer()).isNull();
            assertThat(c.licences()).containsExactly("MIT");
            assertThat(c.hashes())
                    .containsExactly(new Component.Hash("SHA-1", "e6b1000b94e835ffd37f4c6dcbdad43f4b48a02a"));
            assertThat(c.properties()).containsExactly(new Component.Property("spdx:swid", "swid:x"));
            assertThat(c.location().pointer()).isEqualTo("/packages/0");
        });
    }

    @Test
    void keepsFurtherPurlsAsProperties() throws IOException {
        ToldSbom told = read("""
                {"spdxVersion":"SPDX-2.3","packages":[{"SPDXID":"a","name":"a","downloadLocation":"NONE","externalRefs":[
                  {"referenceType":"purl","referenceLocator":"pkg:rpm/redhat/vim@9?arch=x86_64"},
                  {"referenceType":"purl","referenceLocator":"pkg:rpm/redhat/vim@9?arch=s390x"},
                  {"referenceType":"http://spdx.org/rdf/references/cpe23Type",
                   "referenceLocator":"cpe:2.3:a:vim:vim:9:*:*:*:*:*:*:*"}]}]}""");
        assertThat(told.complaints()).isEmpty();
        assertThat(told.components).singleElement().satisfies(c -> {
            assertThat(c.purl()).isEqualTo(Purl.parse("pkg:rpm/redhat/vim@9?arch=x86_64"));
            assertThat(c.properties())
                    .containsExactly(new Component.Property("purl", "pkg:rpm/redhat/vim@9?arch=s390x"));
            assertThat(c.cpes()).hasSize(1);
        });
    }

    @Test
    void tellsWhatNeedsWhatWhicheverEndSaysSo() throws IOException {
        ToldSbom told = read(document(relation("a", "DEPENDS_ON", "b")
                + "," + relation("c", "BUILD_DEPENDENCY_OF", "a")
                + "," + relation("a", "CONTAINS", "f")
                + "," + relation("b", "DEPENDS_ON", "NONE")
                + "," + relation("c", "DEPENDS_ON", "NOASSERTION")
                + "," + relation("a", "DEPENDS_ON", "DocumentRef-x:SPDXRef-y")
                + "," + relation("a", "DEPENDS_ON", "nowhere")
                + "," + relation("SPDXRef-DOCUMENT", "DESCRIBES", "a")));
        assertThat(told.dependencies)
                .containsExactly(
                        new Dependency("a", List.of("b")),
                        new Dependency("a", List.of("c")),
                        new Dependency("b", List.of()),
                        new Dependency("a", List.of("DocumentRef-x:SPDXRef-y")),
                        new Dependency("a", List.of("nowhere")));
        assertThat(told.subjects).containsExactly("a");
        assertThat(told.complaints())
                .singleElement()
                .asString()
                .contains("/relationships/6", "nothing in the document is called \"nowhere\"");
    }

    @Test
    void holdsRelationshipsBackUntilTheirPackagesAreKnown() throws IOException {
        ToldSbom told = read("{\"relationships\":[" + relation("a", "DEPENDS_ON", "b")
                + "],\"documentDescribes\":[\"a\"]," + packages() + ",\"spdxVersion\":\"SPDX-2.2\"}");
        assertThat(told.complaints()).isEmpty();
        assertThat(told.dependencies).containsExactly(new Dependency("a", List.of("b")));
        assertThat(told.components).extracting(Component::subject).containsExactly(true, false, false);
        assertThat(told.subjects).containsExactly("a");
    }

    @Test
    void refusesOtherVersionsByName() throws IOException {
        assertThat(read("{\"spdxVersion\":\"SPDX-3.0\"}").complaints().getFirst())
                .contains("its version is \"SPDX-3.0\"; SPDX is read in JSON, versions 2.2 and 2.3");
        assertThat(read("{\"@context\":\"x\",\"@graph\":[]}").complaints().getFirst())
                .contains("it is SPDX 3 in JSON-LD");
        assertThat(read("SPDXVersion: SPDX-2.3\nDataLicense: CC0-1.0")
                        .complaints()
                        .getFirst())
                .contains("it is SPDX in tag-value form");
        assertThat(read("{\"spdxVersion\":\"SPDX-2.2.1\"}").complaints().getFirst())
                .contains("\"SPDX-2.2.1\" is not 2.2 or 2.3");
        assertThat(read("{}").complaints().getFirst()).contains("it states no \"spdxVersion\"");
    }

    private static String document(String relations) {
        return "{\"spdxVersion\":\"SPDX-2.3\"," + packages() + ",\"files\":[{\"SPDXID\":\"f\"}],\"relationships\":["
                + relations + "]}";
    }

    private static String packages() {
        return "\"packages\":[%s,%s,%s]".formatted(pack("a"), pack("b"), pack("c"));
    }

    private static String pack(String id) {
        return "{\"SPDXID\":\"%1$s\",\"name\":\"%1$s\",\"downloadLocation\":\"NOASSERTION\"}".formatted(id);
    }

    private static String relation(String from, String type, String to) {
        return "{\"spdxElementId\":\"%s\",\"relationshipType\":\"%s\",\"relatedSpdxElement\":\"%s\"}"
                .formatted(from, type, to);
    }

    private static ToldSbom read(String text) throws IOException {
        return ToldSbom.of(new SpdxJsonReader(), text);
    }
}
