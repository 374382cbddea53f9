package dev.ward.standards.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.standards.purl.Purl;
import dev.ward.standards.sbom.Component;
import dev.ward.standards.sbom.Dependency;
import dev.ward.standards.sbom.ToldSbom;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CycloneDxReaderTest {

    @Test
    void readsTheFieldsInAnyOrder() throws IOException {
        ToldSbom told = json("""
                {"components":[{"components":[{"name":"inner","type":"library"}],"name":"outer","type":"file",
                  "bom-ref":"o"}],"metadata":{"component":{"name":"device","type":"device"}},
                 "version":3,"specVersion":"1.5","bomFormat":"CycloneDX"}""");
        assertThat(told.complaints()).isEmpty();
        assertThat(told.components).extracting(Component::name).containsExactly("inner", "outer", "device");
        assertThat(told.components).extracting(Component::parent).containsExactly("o", null, null);
        assertThat(told.components).extracting(Component::subject).containsExactly(false, false, true);
        assertThat(told.document).isNotNull();
    }

    @Test
    void callsAParentWithoutReferenceByItsPointer() throws IOException {
        ToldSbom told = json(components("""
                {"type":"library","name":"a"},
                {"type":"library","name":"outer","components":[{"type":"library","name":"inner"}]}"""));
        assertThat(told.components).extracting(Component::ref).containsExactly(null, null, "#/components/1");
        assertThat(told.components).extracting(Component::parent).containsExactly(null, "#/components/1", null);
        assertThat(told.components.get(1).location().pointer()).isEqualTo("/components/1/components/0");
    }

    @Test
    void saysSoWhereMoreIsNestedThanIsHeldBack() throws IOException {
        String inner =
                "{\"type\":\"library\",\"name\":\"i\"},".repeat(10_001) + "{\"type\":\"library\",\"name\":\"i\"}";
        ToldSbom told =
                json(components("{\"components\":[" + inner + "],\"type\":\"file\",\"name\":\"o\",\"bom-ref\":\"o\"}"));
        assertThat(told.components).hasSize(10_003);
        assertThat(told.components.getFirst().parent()).isEqualTo("#/components/0");
        assertThat(told.components.getLast().ref()).isEqualTo("o");
        assertThat(told.complaints()).singleElement().asString().contains("so many nested parts", "#/components/0");
    }

    @Test
    void keepsAComponentWhoseFieldsAreOfTheWrongType() throws IOException {
        ToldSbom told = json(components("""
                {"type":"library","name":"a","version":1.0,"group":["x"],"hashes":"none","supplier":null},
                7,
                {"type":"library","name":"b"}"""));
        assertThat(told.components).extracting(Component::name).containsExactly("a", "b");
        assertThat(told.components.getFirst().version()).isEqualTo("1.0");
        assertThat(told.complaints())
                .satisfiesExactly(
                        c -> assertThat(c).contains("/components/0/version", "kept", "a text was expected, not 1.0"),
                        c -> assertThat(c).contains("/components/0/group", "not read", "not a list"),
                        c -> assertThat(c).contains("/components/0/hashes", "not read", "not \"none\""),
                        c -> assertThat(c).contains("/components/0/supplier", "kept", "not null"),
                        c -> assertThat(c).contains("/components/1", "an object was expected, not 7"));
    }

    @Test
    void tellsReferencesGivenTwiceAndThoseGivenNowhere() throws IOException {
        ToldSbom told = json("""
                {"bomFormat":"CycloneDX","specVersion":"1.6",
                 "dependencies":[{"ref":"a","dependsOn":["b","c","urn:cdx:x/1#y"]},{"ref":"b","dependsOn":["a"]}],
                 "components":[{"type":"library","name":"a","bom-ref":"a"},{"type":"library","name":"b","bom-ref":"b"},
                   {"type":"library","name":"b2","bom-ref":"b"}]}""");
        assertThat(told.dependencies)
                .containsExactly(
                        new Dependency("a", List.of("b", "c", "urn:cdx:x/1#y")), new Dependency("b", List.of("a")));
        assertThat(told.components).hasSize(3);
        assertThat(told.complaints())
                .satisfiesExactly(
                        c -> assertThat(c).contains("/components/2/bom-ref", "\"b\" is given twice"),
                        c -> assertThat(c).contains("/dependencies/0/dependsOn/1", "nothing", "\"c\""));
    }

    @Test
    void readsALaterVersionAndSaysSo() throws IOException {
        ToldSbom told = json("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.8\",\"new\":[1]}");
        assertThat(told.complaints()).singleElement().asString().contains("\"1.8\" is newer than 1.7");
        assertThat(told.document).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0", "1.1", "1.0", "one"})
    void refusesOtherVersions(String version) throws IOException {
        ToldSbom json = json("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"" + version + "\"}");
        assertThat(json.complaints()).singleElement().asString().contains("the version is \"" + version + "\"");
        ToldSbom xml = xml("<bom xmlns='http://cyclonedx.org/schema/bom/" + version + "'/>");
        assertThat(xml.complaints()).singleElement().asString().contains("the version is \"" + version + "\"");
    }

    @Test
    void refusesADocumentWithoutAVersion() throws IOException {
        assertThat(json("{\"bomFormat\":\"CycloneDX\"}").complaints())
                .containsExactly("test, line 1, column 1 (/): CycloneDX not read: it states no \"specVersion\"");
    }

    @Test
    void keepsIdentifiersThatAreNoneAsTheyStand() throws IOException {
        ToldSbom told = json(components("""
                {"type":"library","name":"a","purl":"zlib@1.3","cpe":"zlib-1.3"},
                {"type":"library","name":"b","purl":"pkg:npm/left-pad@1.3.0","cpe":"cpe:/a:x:left_pad:1.3.0"}"""));
        assertThat(told.components.getFirst().purl()).isNull();
        assertThat(told.components.getFirst().unreadIdentifiers()).containsExactly("zlib@1.3", "zlib-1.3");
        assertThat(told.components.getLast().purl()).isEqualTo(Purl.parse("pkg:npm/left-pad@1.3.0"));
        assertThat(told.components.getLast().cpes()).hasSize(1);
        assertThat(told.unread)
                .satisfiesExactly(
                        u -> assertThat(u.location().pointer()).isEqualTo("/components/0/purl"),
                        u -> assertThat(u.location().pointer()).isEqualTo("/components/0/cpe"))
                .allSatisfy(u -> assertThat(u.lost()).isFalse());
    }

    @Test
    void passesDataClassifiedWithoutEnd() throws IOException {
        ToldSbom told = xml("<bom xmlns='http://cyclonedx.org/schema/bom/1.6'><services><service><name>s</name><data>"
                + "<classification>".repeat(50_000) + "</classification>".repeat(50_000)
                + "</data></service></services></bom>");
        assertThat(told.refusal).isNull();
        assertThat(told.services).hasSize(1);
    }

    @Test
    void keepsARangeOfVersionsAsAProperty() throws IOException {
        ToldSbom told = json("""
                {"bomFormat":"CycloneDX","specVersion":"1.7","components":[
                  {"type":"library","name":"a","isExternal":true,"versionRange":"vers:npm/>=1"}]}""");
        assertThat(told.complaints()).isEmpty();
        assertThat(told.components.getFirst().version()).isNull();
        assertThat(told.components.getFirst().properties())
                .containsExactly(
                        new Component.Property("cdx:isExternal", "true"),
                        new Component.Property("cdx:versionRange", "vers:npm/>=1"));
    }

    @Test
    void passesXmlOfOtherNamespacesAndKeepsThePlaces() throws IOException {
        ToldSbom told = xml("""
                <?xml version="1.0"?>
                <b:bom xmlns:b="http://cyclonedx.org/schema/bom/1.6" xmlns:x="urn:x" version="2">
                 <x:components><x:component/></x:components>
                 <b:components>
                  <x:component/>
                  <!-- nothing -->
                  <b:component type="library" x:bom-ref="no" bom-ref="yes"><b:name> a&amp;<![CDATA[b]]> </b:name>
                   <b:scope>never</b:scope></b:component>
                 </b:components>
                </b:bom>""");
        assertThat(told.components).singleElement().satisfies(c -> {
            assertThat(c.name()).isEqualTo("a&b");
            assertThat(c.ref()).isEqualTo("yes");
            assertThat(c.location().line()).isEqualTo(7);
        });
        assertThat(told.complaints()).singleElement().asString().contains("line 8", "(/components/0/scope)");
    }

    private static String components(String list) {
        return "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[" + list + "]}";
    }

    private static ToldSbom json(String text) throws IOException {
        return ToldSbom.of(new CycloneDxJsonReader(), text);
    }

    private static ToldSbom xml(String text) throws IOException {
        return ToldSbom.of(new CycloneDxXmlReader(), text);
    }
}
