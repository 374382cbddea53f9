package dev.ward.standards.purl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.house.RealFiles;
import dev.ward.standards.purl.PurlType.Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Our table of types beside the registered definitions.
class PurlTypeTableTest {

    private static final Map<String, String> KNOWN_DIFFERENCES = Map.of(
            "golang namespace",
            "the flag says case sensitive, the note that it shall be lowercased; ours follows the note",
            "golang name",
            "the flag says case sensitive, the note that it shall be lowercased; ours follows the note");

    @Test
    void agreesWithEveryRegisteredDefinition() throws IOException {
        Map<String, String> differences = new TreeMap<>();
        int types = 0;
        try (Stream<Path> files = Files.list(RealFiles.need("purl-spec-types"))) {
            for (Path file : files.toList()) {
                compare(new JsonMapper().readTree(file.toFile()), differences);
                types++;
            }
        }
        assertThat(types).isEqualTo(PurlTypeTable.TYPES.size()).isEqualTo(42);
        assertThat(differences.keySet()).isEqualTo(KNOWN_DIFFERENCES.keySet());
    }

    private static void compare(JsonNode definition, Map<String, String> differences) {
        String name = definition.get("type").asString();
        PurlType ours = PurlType.of(name);
        assertThat(ours.registered()).as(name).isTrue();
        Namespace namespace =
                switch (definition.at("/namespace_definition/requirement").asString("optional")) {
                    case "required" -> Namespace.MUST;
                    case "prohibited" -> Namespace.NONE;
                    default -> Namespace.MAY;
                };
        assertThat(ours.namespace()).as(name).isEqualTo(namespace);
        if (namespace != Namespace.NONE) {
            compareFold(definition, "namespace", ours.namespaceFold(), differences);
        }
        compareFold(definition, "name", ours.nameFold(), differences);
        compareFold(definition, "version", ours.versionFold(), differences);
        compareFold(definition, "subpath", ours.subpathFold(), differences);
        for (JsonNode qualifier : definition.path("qualifiers_definition")) {
            boolean needed = qualifier.path("requirement").asString("").equals("required");
            assertThat(qualifier.get("key").asString().equals(ours.neededKey()))
                    .as(name)
                    .isEqualTo(needed);
        }
    }

    private static void compareFold(JsonNode definition, String part, Fold fold, Map<String, String> differences) {
        boolean sensitive =
                definition.at("/" + part + "_definition/case_sensitive").asBoolean(true);
        boolean keepsCase = fold == Fold.ASIS || fold == Fold.UPPER;
        if (keepsCase != sensitive) {
            differences.put(definition.get("type").asString() + " " + part, "is " + fold);
        }
    }
}
