package dev.ward.bench.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Grows a portfolio to 1,000 releases of 500 components, and asks at 10, 100 and 1,000 what a change costs.
final class PortfolioPart {

    private static final List<Integer> SIZES = List.of(10, 100, Integer.getInteger("ward.releases", 1_000));
    private static final int ADVISORIES = 1_000;
    private static final int REPETITIONS = 5;

    private final Client client;
    private final Figures figures;
    private final Boms boms;
    private final String product;
    private int releases;

    PortfolioPart(Client client, Figures figures) throws IOException, InterruptedException {
        this.client = client;
        this.figures = figures;
        this.boms = Boms.read();
        this.product = client.create("/api/v1/products", "{\"name\": \"Portfolio %d\"}".formatted(System.nanoTime()));
    }

    void run() throws IOException, InterruptedException {
        for (int size : SIZES) {
            long start = System.nanoTime();
            int before = releases;
            grow(size);
            figures.row(
                    "growing to %,d releases of 500 components".formatted(size),
                    "20 per second",
                    "%.1f per second".formatted((size - before) * 1e9 / (System.nanoTime() - start)));
            List<Duration> one = new ArrayList<>();
            for (int i = 0; i < REPETITIONS; i++) {
                one.add(client.load("osv", advisories(1, i)));
            }
            figures.spread("one revised advisory at %,d releases".formatted(size), "1 s", one);
            figures.once(
                    "%,d revised advisories at %,d releases".formatted(ADVISORIES, size),
                    "5 s",
                    client.load("osv", advisories(ADVISORIES, size)));
        }
    }

    private void grow(int size) throws IOException, InterruptedException {
        List<String> jobs = new ArrayList<>();
        while (releases < size) {
            String release = client.create(
                    "/api/v1/products/" + product + "/releases", "{\"version\": \"%d\"}".formatted(releases));
            jobs.add(client.submit(release, boms.compose(500, 10_000L + releases)));
            releases++;
        }
        for (String job : jobs) {
            client.await(job);
        }
    }

    /// Advisories over real packages; another round moves the ranges' ends, so that findings open and close.
    private byte[] advisories(int count, int round) {
        List<String> packages = boms.packages("pypi");
        StringBuilder lines = new StringBuilder();
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int i = 0; i < count; i++) {
            lines.append("""
                    {"id": "OSV-BENCH-%d", "modified": "2026-01-01T00:00:%02dZ", "summary": "round %d of %d", "affected": [{"package": {"ecosystem": "PyPI", "name": "%s"}, "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "%d.0"}]}]}]}
                    """.formatted(
                            i, round % 60, round, random.nextLong(), packages.get(i % packages.size()), round % 9 + 1));
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
