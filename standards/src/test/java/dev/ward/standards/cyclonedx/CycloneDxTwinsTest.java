package dev.ward.standards.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.standards.input.Location;
import dev.ward.standards.sbom.Component;
import dev.ward.standards.sbom.Service;
import dev.ward.standards.sbom.ToldSbom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The specification's tests hold most documents in JSON and in XML: both readers must tell the same of them.
class CycloneDxTwinsTest {

    private static final int TWINS = 106;

    /// Twins whose files do not say the same, with what differs in them.
    private static final Map<String, String> DIFFERENT = different();

    private static Map<String, String> different() {
        Map<String, String> different = new TreeMap<>();
        for (String version : List.of("1.2", "1.3", "1.4", "1.5")) {
            different.put("valid-bom-%s.json".formatted(version), "the timestamps are of different days");
            different.put("valid-component-ref-%s.json".formatted(version), "only the XML nests, and has a third");
            different.put("valid-dependency-%s.json".formatted(version), "the components have different names");
            different.put("valid-license-name-%s.json".formatted(version), "the JSON has no purl and no hashes");
            different.put("valid-service-%s.json".formatted(version), "only the JSON has a publisher");
        }
        different.put("valid-saasbom-1.5.json", "the XML leaves out versions of services");
        different.put("valid-license-choice-1.7.json", "only the XML has a purl");
        different.put("valid-license-declared-concluded-mix-1.7.json", "the XML does not state its version");
        return different;
    }

    @Test
    void tellsTheSameOfEachTwin() throws IOException {
        Map<String, String> different = new TreeMap<>();
        int twins = 0;
        for (Path json : CycloneDxConformanceTest.cases("valid")) {
            Path xml = Path.of(json.toString().replace(".json", ".xml"));
            if (json.equals(xml) || !Files.exists(xml)) {
                continue;
            }
            twins++;
            String difference = difference(CycloneDxConformanceTest.read(json), CycloneDxConformanceTest.read(xml));
            if (!difference.isEmpty()) {
                different.put(json.getFileName().toString(), difference);
            }
        }
        assertThat(different.keySet()).as("%s", different).isEqualTo(Set.copyOf(DIFFERENT.keySet()));
        assertThat(twins).isEqualTo(TWINS);
    }

    private static String difference(ToldSbom json, ToldSbom xml) {
        if (!String.valueOf(json.document).equals(String.valueOf(xml.document))) {
            return "%s%n%s".formatted(json.document, xml.document);
        }
        List<Component> left =
                json.components.stream().map(CycloneDxTwinsTest::placeless).toList();
        List<Component> right =
                xml.components.stream().map(CycloneDxTwinsTest::placeless).toList();
        if (!left.equals(right)) {
            return "%s%n%s".formatted(left, right);
        }
        List<Service> these =
                json.services.stream().map(CycloneDxTwinsTest::placeless).toList();
        List<Service> those =
                xml.services.stream().map(CycloneDxTwinsTest::placeless).toList();
        if (!these.equals(those)) {
            return "%s%n%s".formatted(these, those);
        }
        return json.dependencies.equals(xml.dependencies)
                ? ""
                : "%s%n%s".formatted(json.dependencies, xml.dependencies);
    }

    /// Lines and columns differ between the two forms; pointers do not.
    private static Location placeless(Location location) {
        return new Location(0, 0, location.pointer());
    }

    private static Component placeless(Component c) {
        return new Component(
                c.ref(),
                c.type(),
                c.group(),
                c.name(),
                c.version(),
                c.purl(),
                c.cpes(),
                c.unreadIdentifiers(),
                c.supplier(),
                c.manufacturer(),
                c.scope(),
                c.hashes(),
                c.licences(),
                c.properties(),
                c.parent(),
                c.subject(),
                placeless(c.location()));
    }

    private static Service placeless(Service s) {
        return new Service(
                s.ref(),
                s.group(),
                s.name(),
                s.version(),
                s.provider(),
                s.endpoints(),
                s.parent(),
                placeless(s.location()));
    }
}
