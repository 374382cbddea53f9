package dev.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Uses the REST interface as a program of a user would, with a token.
public final class RestClientOfTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST_JOB = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    public RestClientOfTests(int port, String token) {
        this.base = "http://127.0.0.1:%d/api/v1".formatted(port);
        this.token = token;
    }

    public HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(base + path))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .method(method, body)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public JsonNode get(String path) {
        HttpResponse<String> answer = send("GET", path, BodyPublishers.noBody());
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    public JsonNode post(String path, String json) {
        HttpResponse<String> answer = send("POST", path, BodyPublishers.ofString(json));
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 202);
        return JSON.readTree(answer.body());
    }

    /// Makes a product and a release, and tells the release's id.
    public String release(String product, String version) {
        String id = post("/products", "{\"name\": \"%s\"}".formatted(product))
                .at("/id")
                .asString();
        return releaseOf(id, version);
    }

    public String releaseOf(String product, String version) {
        return post("/products/%s/releases".formatted(product), "{\"version\": \"%s\"}".formatted(version))
                .at("/id")
                .asString();
    }

    public JsonNode upload(String release, String sbom) {
        return job(send("PUT", "/releases/%s/sbom".formatted(release), BodyPublishers.ofString(sbom)));
    }

    public JsonNode upload(String release, Path sbom) throws IOException {
        return job(send("PUT", "/releases/%s/sbom".formatted(release), BodyPublishers.ofFile(sbom)));
    }

    public JsonNode load(String source, String document) {
        return job(send("POST", "/sources/%s/imports".formatted(source), BodyPublishers.ofString(document)));
    }

    public JsonNode load(String source, Path document) throws IOException {
        return job(send("POST", "/sources/%s/imports".formatted(source), BodyPublishers.ofFile(document)));
    }

    /// Waits until the job has ended, however it did.
    public JsonNode job(HttpResponse<String> accepted) {
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String id = JSON.readTree(accepted.body()).at("/id").asString();
        long end = System.nanoTime() + LONGEST_JOB.toNanos();
        while (System.nanoTime() < end) {
            JsonNode job = get("/jobs/" + id);
            String status = job.at("/status").asString();
            if (status.equals("completed") || status.equals("failed")) {
                return job;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        throw new AssertionError("the job did not end: " + accepted.body());
    }

    /// All items of a list, part by part.
    ///
    /// @param path  with its question, if only `?`
    public List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String next = "";
        do {
            JsonNode slice = get(path + "&limit=500" + next);
            slice.at("/items").forEach(items::add);
            String after = slice.at("/next").asString("");
            next = after.isEmpty() ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
        } while (!next.isEmpty());
        return items;
    }
}
