package dev.ward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/// The SBOM of the built server names what is in it, and Ward can read it.
class OwnSbomTest {

    private static final Path ROOT = Path.of(System.getProperty("ward.root", ".."));
    private static final Path BUILT = ROOT.resolve("platform/target/ward");
    private static final Path SBOM = BUILT.resolve("ward-platform.cdx.json");

    private static List<JsonObject> components() throws IOException {
        List<JsonObject> components = new ArrayList<>();
        for (JsonElement component :
                JsonParser.parseString(Files.readString(SBOM)).getAsJsonObject().getAsJsonArray("components")) {
            components.add(component.getAsJsonObject());
        }
        return components;
    }

    /// The jars that the server loads, whatever else an earlier build left in the folder.
    private static List<String> jars() throws IOException {
        try (JarFile jar = new JarFile(BUILT.resolve("ward-platform.jar").toFile())) {
            Attributes main = Objects.requireNonNull(jar.getManifest()).getMainAttributes();
            String classPath = Objects.requireNonNull(main.getValue(Attributes.Name.CLASS_PATH));
            return Arrays.stream(classPath.split(" ", -1))
                    .map(entry -> entry.replaceFirst("^lib/", ""))
                    .toList();
        }
    }

    private static String text(JsonObject component, String field) {
        return component.get(field).getAsString();
    }

    @Test
    void namesEachJarOnceWithItsPurlAndLicence() throws IOException {
        List<JsonObject> components = components();

        assertThat(components)
                .extracting(one -> "%s-%s.jar".formatted(text(one, "name"), text(one, "version")))
                .containsExactlyInAnyOrderElementsOf(jars());
        assertThat(components).allSatisfy(one -> {
            assertThat(text(one, "purl"))
                    .matches("pkg:maven/[^/]+/[^@]+@.+\\?type=jar")
                    .contains("/" + text(one, "name") + "@" + text(one, "version"));
            assertThat(one.getAsJsonArray("licenses")).as(text(one, "purl")).isNotEmpty();
        });
    }

    @Test
    void isReadByWardItself() throws IOException {
        CliRun run = CliRun.of(List.of(
                "scan",
                SBOM.toString(),
                "--vulns",
                ROOT.resolve("docs/tutorial/example/vulnerabilities").toString()));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("CycloneDX 1.6 · %d components".formatted(components().size() + 1));
    }

    @Test
    void shipsNothingThatOnlyTestsNeed() throws IOException {
        assertThat(jars())
                .isNotEmpty()
                .noneMatch(jar -> jar.matches("(junit|assertj|archunit|mockito|spring-test|.*-tests)[-.].*"));
    }
}
