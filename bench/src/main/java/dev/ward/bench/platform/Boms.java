package dev.ward.bench.platform;

import dev.ward.bench.RealInputs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// SBOMs of real components: those of the benchmark portfolio, and others that are composed of the same components.
final class Boms {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<JsonNode> pool = new ArrayList<>();

    /// Reads the components of the whole portfolio.
    static Boms read() throws IOException {
        Boms boms = new Boms();
        try (Stream<Path> files = Files.list(RealInputs.file("bench-portfolio/boms"))) {
            for (Path file : files.sorted().toList()) {
                JSON.readTree(unpacked(file)).path("components").forEach(boms.pool::add);
            }
        }
        return boms;
    }

    /// One of the portfolio, unpacked: `medium-0`.
    static byte[] real(String name) throws IOException {
        return unpacked(RealInputs.file("bench-portfolio/boms/" + name + ".json.gz"));
    }

    private static byte[] unpacked(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    /// An SBOM of some components of the pool, always the same for the same seed. Where more are asked for than there
    /// are, the rest get versions that nobody has seen.
    byte[] compose(int components, long seed) {
        List<JsonNode> chosen = new ArrayList<>(pool);
        Collections.shuffle(chosen, new Random(seed));
        ArrayNode array = JSON.createArrayNode();
        for (int i = 0; i < components; i++) {
            ObjectNode component = (ObjectNode) chosen.get(i % chosen.size()).deepCopy();
            component.put("bom-ref", "c" + i);
            if (i >= chosen.size()) {
                reversion(component, component.path("version").asString("0") + "." + i);
            }
            array.add(component);
        }
        return document(array);
    }

    /// The same SBOM with other versions of its first components.
    static byte[] changed(byte[] sbom, int components, int round) {
        ArrayNode array = (ArrayNode) JSON.readTree(sbom).path("components");
        for (int i = 0; i < components; i++) {
            ObjectNode component = (ObjectNode) array.get(i);
            reversion(component, "0.0.%d%03d".formatted(round, i));
        }
        return document(array);
    }

    /// The names of the packages of an ecosystem (a purl type) in the pool, each once.
    List<String> packages(String type) {
        return pool.stream()
                .filter(component -> component.path("purl").asString("").startsWith("pkg:" + type + "/"))
                .map(component -> component.path("name").asString(""))
                .distinct()
                .sorted()
                .toList();
    }

    private static void reversion(ObjectNode component, String version) {
        String old = component.path("version").asString("");
        component.put("version", version);
        String purl = component.path("purl").asString("");
        if (!purl.isEmpty()) {
            component.put("purl", purl.replace("@" + old, "@" + version));
        }
    }

    private static byte[] document(ArrayNode components) {
        ObjectNode sbom = JSON.createObjectNode();
        sbom.put("bomFormat", "CycloneDX").put("specVersion", "1.5").put("version", 1);
        sbom.set("components", components);
        return JSON.writeValueAsBytes(sbom);
    }
}
