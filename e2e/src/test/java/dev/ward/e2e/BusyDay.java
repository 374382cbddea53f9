package dev.ward.e2e;

import dev.ward.house.RealFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// What programs bring to a server, in rounds: parts of all sources and SBOMs of six releases, one after another
/// in each of four lanes, and the lanes beside each other.
///
/// A release has its SBOMs from one lane alone, so that every run of a day comes to the same.
final class BusyDay implements AutoCloseable {

    private static final int RECORDS = 150;
    private static final int SCORES = 2_000;
    private static final int RELEASES = 6;
    private static final List<String> SBOMS = List.of(
            "bench-portfolio/boms/medium-0.json.gz",
            "sboms/cdx-examples__SBOM__proton-bridge__proton-bridge-v1.6.3.bom.json",
            "bench-portfolio/boms/medium-1.json.gz",
            "sboms/guac__internal__testing__testdata__exampledata__alpine-spdx.json",
            "sboms/cdx-examples__SBOM__juice-shop__v11.1.2__bom.xml.gz",
            "bench-portfolio/boms/medium-2.json.gz",
            "sboms/cdx-examples__SBOM__proton-bridge__proton-bridge-v1.8.0.bom.json",
            "sboms/dependency-track__e2e__src__test__resources__dtrack-apiserver-4.5.0.bom.json.gz",
            "sboms/cdx-examples__SBOM__keycloak-10.0.2__bom.json.gz",
            "bench-portfolio/boms/medium-3.json.gz");

    private final ApiClient client;
    private final List<String> releases = new ArrayList<>();
    private final List<Errand> errands = new ArrayList<>();
    private final List<CompletableFuture<Void>> ends = new ArrayList<>();
    private final List<ExecutorService> lanes = new ArrayList<>();
    private final List<String> cve;
    private final List<String> osv;
    private final List<String> scores;

    /// @param rounds  how many there will be
    BusyDay(ApiClient client, int rounds) throws IOException {
        this.client = client;
        this.cve = cut("vulnrichment/cve5-vulnrichment.ndjson.gz", rounds * RECORDS);
        this.osv = new ArrayList<>();
        for (String file : List.of("osv/osv-go.ndjson.gz", "osv/osv-pypi.ndjson.gz", "osv/osv-bitnami.ndjson.gz")) {
            osv.addAll(cut(file, rounds * RECORDS / 3));
        }
        Collections.shuffle(osv, new Random(1));
        this.scores = cut("epss/epss_scores-2026-01-30.csv.gz", rounds * SCORES);
        String product = client.create("/api/v1/products", "{\"name\": \"Pump\"}");
        for (int i = 0; i < RELEASES; i++) {
            releases.add(
                    client.create("/api/v1/products/" + product + "/releases", "{\"version\": \"%d.0\"}".formatted(i)));
        }
        for (int i = 0; i < 4; i++) {
            lanes.add(Executors.newSingleThreadExecutor(Thread.ofVirtual().factory()));
        }
    }

    /// So many lines, from all over the file.
    private static List<String> cut(String file, int most) throws IOException {
        Path path = RealFiles.need(file);
        List<String> all = new ArrayList<>();
        try (InputStream in = RealFiles.open(path);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> line.startsWith("{") || line.startsWith("CVE-"))
                    .forEach(all::add);
        }
        int step = Math.max(1, all.size() / most);
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < all.size() && chosen.size() < most; i += step) {
            chosen.add(all.get(i));
        }
        return chosen;
    }

    /// Lets the programs begin with what they bring in this round, behind what they still have to bring.
    void begin(int round) throws IOException {
        bring(0, "POST", "/api/v1/sources/cve/imports", part(cve, round, RECORDS, ""), true);
        bring(0, "POST", "/api/v1/sources/osv/imports", part(osv, round, RECORDS, ""), true);
        bring(1, "POST", "/api/v1/sources/kev/imports", catalogue(round), false);
        bring(1, "POST", "/api/v1/sources/epss/imports", part(scores, round, SCORES, """
                #model_version:v2025.03.14,score_date:2026-01-30T12:55:00Z
                cve,epss,percentile
                """), true);
        for (int i = 0; i < 4; i++) {
            int release = (round * 2 + i / 2) % 3 + 3 * (i % 2);
            byte[] sbom = read(SBOMS.get((round * 3 + i) % SBOMS.size()));
            bring(2 + i % 2, "PUT", "/api/v1/releases/" + releases.get(release) + "/sbom", sbom, i % 2 == 0);
        }
    }

    private void bring(int lane, String method, String path, byte[] body, boolean watched) {
        Errand errand = new Errand(client, method, path, body, watched);
        errands.add(errand);
        ends.add(CompletableFuture.runAsync(errand, lanes.get(lane)));
    }

    private static byte[] part(List<String> lines, int round, int size, String head) {
        int from = Math.min(lines.size(), round * size);
        int to = Math.min(lines.size(), from + size);
        return (head + String.join("\n", lines.subList(from, to)) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// The first rows of CISA's catalogue, a few more in each round.
    private static byte[] catalogue(int round) throws IOException {
        String all = new String(read("kev/known_exploited_vulnerabilities.csv"), StandardCharsets.UTF_8);
        String rows = all.lines().limit(200 + 20L * round).reduce("", (one, other) -> one + other + "\n");
        return rows.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] read(String file) throws IOException {
        try (InputStream in = RealFiles.open(RealFiles.need(file))) {
            return in.readAllBytes();
        }
    }

    /// Waits until everything that was begun is brought, and every job has ended.
    void awaitRest() {
        ends.forEach(CompletableFuture::join);
        errands.forEach(Errand::watch);
    }

    List<Errand> errands() {
        return List.copyOf(errands);
    }

    @Override
    public void close() {
        lanes.forEach(ExecutorService::shutdownNow);
    }
}
