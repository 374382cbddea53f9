package dev.ward.sbom.web;

import dev.ward.product.ReleaseId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Uploads SBOMs as a build pipeline does.
final class SbomClient {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    /// @param token  of a role that may upload
    SbomClient(int port, String token) {
        this.token = token;
        this.base = "http://127.0.0.1:" + port;
    }

    HttpResponse<byte[]> put(ReleaseId release, byte[] body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(base + "/api/v1/releases/" + release.value() + "/sbom"))
                .header("Authorization", "Bearer " + token)
                .PUT(BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    /// Uploads without saying beforehand how much it is.
    HttpResponse<byte[]> putInChunks(ReleaseId release, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/api/v1/releases/" + release.value() + "/sbom"))
                .header("Authorization", "Bearer " + token)
                .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> raw(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    JsonNode get(String path) throws Exception {
        return json(raw(path));
    }

    static JsonNode json(HttpResponse<byte[]> response) throws IOException {
        return JSON.readTree(new String(response.body(), StandardCharsets.UTF_8));
    }

    /// The upload's entry in the list of the release, once nothing of it is being read.
    JsonNode upload(ReleaseId release, String text) throws Exception {
        put(release, text.getBytes(StandardCharsets.UTF_8));
        return ended(release);
    }

    JsonNode ended(ReleaseId release) throws Exception {
        while (true) {
            JsonNode latest =
                    get("/api/v1/releases/" + release.value() + "/sboms").at("/items/0");
            if (!Set.of("received").contains(latest.at("/state").asString())) {
                return latest;
            }
            Thread.sleep(20);
        }
    }
}
