package dev.ward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.ward.house.RealFiles;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The platform and `./ward scan` give the same answer on the same input.
class AgreementTest {

    private static final Path ROOT = Path.of(System.getProperty("ward.root", ".."));
    private static final List<String> OSV =
            List.of("osv/osv-pypi.ndjson.gz", "osv/osv-go.ndjson.gz", "osv/osv-bitnami.ndjson.gz");
    private static final String NVD = "bench-portfolio/nvd-2.0/nvdcve-2.0-2023.json.gz";

    private final Path folder;

    AgreementTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void onEverySbomOfTheRealData() throws Exception {
        List<Path> sboms;
        try (Stream<Path> files = Files.list(RealFiles.need("sboms"))) {
            sboms = new ArrayList<>(files.sorted().toList());
        }
        assertThat(sboms).hasSize(25);
        sboms.add(RealFiles.need("bench-portfolio/boms/medium-0.json.gz"));
        sboms.add(RealFiles.need("bench-portfolio/boms/poison-small.json.gz"));
        long compared = 0;
        try (DemoProcess demo = DemoProcess.startFilled(folder.resolve("data"))) {
            WebSession ward = WebSession.signIn(demo, "administrator");
            for (String osv : OSV) {
                ward.await(ward.post("/api/v1/sources/osv/imports", BodyPublishers.ofFile(RealFiles.need(osv))));
            }
            ward.await(ward.post("/api/v1/sources/nvd/imports", BodyPublishers.ofFile(RealFiles.need(NVD))));
            String product = id(ward.post("/api/v1/products", BodyPublishers.ofString("{\"name\": \"Agreement\"}")));
            for (Path sbom : sboms) {
                Set<String> scanned = scanned(sbom);
                assertThat(platform(ward, product, sbom)).as(sbom.toString()).isEqualTo(scanned);
                compared += scanned.size();
            }
        }
        assertThat(compared).isGreaterThan(500);
    }

    private static Set<String> platform(WebSession ward, String product, Path sbom) throws Exception {
        String release = id(ward.post(
                "/api/v1/products/%s/releases".formatted(product),
                BodyPublishers.ofString("{\"version\": \"%s\"}".formatted(Integer.toHexString(sbom.hashCode())))));
        ward.await(ward.put("/api/v1/releases/%s/sbom".formatted(release), BodyPublishers.ofFile(sbom)));
        JsonObject export = JsonParser.parseString(ward.get("/api/v1/findings/export.json?release=" + release)
                        .body())
                .getAsJsonObject();
        return lines(export.getAsJsonArray("items"));
    }

    private Set<String> scanned(Path sbom) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "scan",
                sbom.toString(),
                "--format",
                "json",
                "--vulns",
                ROOT.resolve("platform/src/main/resources/demo/vulnerabilities").toString()));
        OSV.forEach(osv -> arguments.add(RealFiles.need(osv).toString()));
        arguments.add(RealFiles.need(NVD).toString());
        String report = CliRun.of(
                        Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()), arguments)
                .out();
        return lines(JsonParser.parseString(report).getAsJsonObject().getAsJsonArray("findings"));
    }

    /// One line for each finding, with everything that explains it.
    private static Set<String> lines(JsonArray findings) {
        Set<String> lines = new TreeSet<>();
        for (JsonElement one : findings) {
            JsonObject finding = one.getAsJsonObject();
            JsonObject component = finding.getAsJsonObject("component");
            JsonObject match = finding.getAsJsonObject("match");
            lines.add(String.join(
                    " | ",
                    text(finding, "vulnerability"),
                    text(component, "name"),
                    text(component, "version"),
                    text(component, "purl"),
                    text(component, "cpe"),
                    text(finding, "severity"),
                    text(match, "kind"),
                    text(match, "confidence")));
        }
        return lines;
    }

    private static String text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }

    private static String id(HttpResponse<String> created) {
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return text(JsonParser.parseString(created.body()).getAsJsonObject(), "id");
    }
}
