package dev.ward.bench.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Uploads SBOMs of several sizes, the same again, and a hundred in a row.
final class UploadsPart {

    private static final int REPETITIONS = 5;
    private static final int IN_A_ROW = 100;
    /// Uploads of versions that nobody has, before anything is measured but the first: a server runs for months.
    private static final int WARMING = 60;

    private final Client client;
    private final Figures figures;
    private final String product;
    private int versions;

    UploadsPart(Client client, Figures figures) throws IOException, InterruptedException {
        this.client = client;
        this.figures = figures;
        this.product = client.create("/api/v1/products", "{\"name\": \"Uploads %d\"}".formatted(System.nanoTime()));
    }

    void run() throws IOException, InterruptedException {
        Boms boms = Boms.read();
        figures.once(
                "upload of 50 components, the first of a fresh server",
                "",
                client.upload(release(), Boms.real("small-0")));
        for (int i = 0; i < WARMING; i++) {
            client.upload(release(), Boms.changed(boms.compose(500, 5_000 + i), 500, 100 + i));
        }
        List<Duration> medium = new ArrayList<>();
        for (int i = 0; i < REPETITIONS; i++) {
            medium.add(client.upload(release(), Boms.real("medium-" + i)));
        }
        figures.spread("upload of 500 components (medium-0 to -4), findings listed", "300 ms", medium);
        byte[] large = Boms.real("large-0");
        String release = release();
        figures.once("upload of 5,000 components (large-0)", "1 s", client.upload(release, large));
        figures.once("the same 5,000 in another release", "", client.upload(release(), large));
        figures.once("the same again in the same release", "300 ms", client.upload(release, large));
        List<Duration> ten = new ArrayList<>();
        for (int i = 1; i <= REPETITIONS; i++) {
            ten.add(client.upload(release, Boms.changed(large, 10, i)));
        }
        figures.spread("the same with ten changed components", "300 ms", ten);
        figures.once("upload of 50,000 components", "10 s", client.upload(release(), boms.compose(50_000, 1)));
        inARow(boms);
    }

    private void inARow(Boms boms) throws IOException, InterruptedException {
        List<byte[]> documents = new ArrayList<>();
        List<String> releases = new ArrayList<>();
        for (int i = 0; i < IN_A_ROW; i++) {
            documents.add(boms.compose(500, 1_000 + i));
            releases.add(release());
        }
        long start = System.nanoTime();
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < IN_A_ROW; i++) {
            jobs.add(client.submit(releases.get(i), documents.get(i)));
        }
        for (String job : jobs) {
            client.await(job);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        figures.row(
                "100 uploads of 500 components in a row",
                "20 per second",
                "%.1f per second".formatted(IN_A_ROW / seconds));
    }

    private String release() throws IOException, InterruptedException {
        versions++;
        return client.create("/api/v1/products/" + product + "/releases", "{\"version\": \"%d\"}".formatted(versions));
    }
}
