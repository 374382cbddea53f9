package dev.ward.bench.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// Imports a million devices from a file, and the same file again. They have the releases of the newest portfolio,
/// where
/// one was measured before.
final class FleetPart {

    private static final int DEVICES = Integer.getInteger("ward.bench.devices", 1_000_000);
    private static final int RELEASES = 1_000;
    private static final String FIELDS = """
            {"columns": {"serial": "serial", "product": "product", "release": "release",
              "customerReference": "customer number", "customer": "customer", "customerKind": "customer kind",
              "siteReference": "site number", "site": "site", "city": "city", "country": "country",
              "networked": "networked", "status": "status", "manufactured": "manufactured",
              "warrantyUntil": "warranty until", "confirmed": "confirmed"},
             "addCustomers": true}""";

    private final Client client;
    private final Figures figures;
    private final Path folder;

    /// @param folder  where the file may lie
    FleetPart(Client client, Figures figures, Path folder) {
        this.client = client;
        this.figures = figures;
        this.folder = folder;
    }

    void run() throws IOException, InterruptedException {
        JsonNode product = product();
        Path file = folder.resolve("fleet.csv");
        FleetFile.write(file, product.path("name").asString(""), versions(product), DEVICES);
        client.put("/api/v1/devices/mappings/bench", FIELDS);
        String address = "/api/v1/devices/imports?name=fleet.csv&mapping=bench";
        figures.row("file of %,d devices".formatted(DEVICES), "", "%d MiB".formatted(Files.size(file) >> 20));
        once("import of %,d devices".formatted(DEVICES), "60 s", client.imported(address, file));
        once("the same file again", "30 s", client.imported(address, file));
    }

    private void once(String what, String aim, Client.Imported done) {
        figures.once(what, aim, done.taken());
        figures.row("– of which", "", done.result().toString().replace('|', ' '));
    }

    private JsonNode product() throws IOException, InterruptedException {
        JsonNode newest = null;
        for (JsonNode product : client.get("/api/v1/products?limit=500").path("items")) {
            String name = product.path("name").asString("");
            if (name.toLowerCase(Locale.ROOT).startsWith("portfolio ")
                    && (newest == null || name.compareTo(newest.path("name").asString("")) > 0)) {
                newest = product;
            }
        }
        if (newest != null) {
            return newest;
        }
        String name = "Fleet %d".formatted(System.nanoTime());
        String id = client.create("/api/v1/products", "{\"name\": \"%s\"}".formatted(name));
        for (int i = 0; i < RELEASES; i++) {
            client.create("/api/v1/products/" + id + "/releases", "{\"version\": \"%d\"}".formatted(i));
        }
        return client.get("/api/v1/products/" + id);
    }

    private List<String> versions(JsonNode product) throws IOException, InterruptedException {
        List<String> versions = new ArrayList<>();
        String path = "/api/v1/products/" + product.path("id").asString("") + "/releases?limit=500";
        String next = "";
        do {
            JsonNode slice = client.get(path + (next.isEmpty() ? "" : "&after=" + next));
            for (JsonNode release : slice.path("items")) {
                versions.add(release.path("version").asString(""));
            }
            next = slice.path("next").asString("");
        } while (!next.isEmpty());
        return versions;
    }
}
