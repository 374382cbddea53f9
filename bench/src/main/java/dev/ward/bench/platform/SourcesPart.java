package dev.ward.bench.platform;

import dev.ward.bench.RealInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Imports the sources, and then the same again.
final class SourcesPart {

    private static final List<String> OSV = List.of("osv-pypi", "osv-go", "osv-bitnami");

    private final Client client;
    private final Figures figures;

    SourcesPart(Client client, Figures figures) {
        this.client = client;
        this.figures = figures;
    }

    void run() throws IOException, InterruptedException {
        Path cve = RealInputs.file("vulnrichment/cve5-vulnrichment.ndjson.gz");
        Path epss;
        try (Stream<Path> files = Files.list(RealInputs.file("epss"))) {
            epss = files.filter(file -> file.toString().endsWith(".csv.gz"))
                    .findFirst()
                    .orElseThrow();
        }
        figures.once(
                "import of CISA KEV",
                "",
                client.load("kev", RealInputs.file("kev/known_exploited_vulnerabilities.json")));
        figures.once("import of 39,706 CVE records", "20 s", client.load("cve", cve));
        for (String osv : OSV) {
            figures.once("import of " + osv, "", client.load("osv", RealInputs.file("osv/" + osv + ".ndjson.gz")));
        }
        figures.once("import of 313,089 EPSS scores", "5 s", client.load("epss", epss));
        figures.once("the same CVE file again", "5 s", client.load("cve", cve));
        figures.once("the same CVE records in another file", "5 s", client.load("cve", repacked(cve)));
        figures.once("the same EPSS scores again", "", client.load("epss", epss));
    }

    /// Other bytes of the same records: what a daily feed is on a day without news.
    private static Path repacked(Path file) throws IOException {
        Path copy = Files.createTempFile("ward-bench-", ".ndjson.gz");
        try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(file));
                var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(copy))) {
            in.transferTo(out);
            out.write('\n');
        }
        copy.toFile().deleteOnExit();
        return copy;
    }
}
