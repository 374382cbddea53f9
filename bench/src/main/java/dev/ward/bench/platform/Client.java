package dev.ward.bench.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program with a token.
final class Client {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long POLL_MILLISECONDS = 5;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final String token;

    Client(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /// How long an answer takes, its body read to the end.
    Duration time(String path) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<byte[]> answer = http.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.statusCode());
        }
        return taken;
    }

    String create(String path, String json) throws IOException, InterruptedException {
        return post(path, json).path("id").asString("");
    }

    JsonNode post(String path, String json) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    JsonNode put(String path, String json) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    /// Sends lines of JSON.
    JsonNode report(String path, String lines) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofString(lines)));
    }

    /// @param result  of the job
    record Imported(Duration taken, JsonNode result) {}

    /// Sends a file, and waits until everything that follows from it is readable.
    Imported imported(String path, Path file) throws IOException, InterruptedException {
        long start = System.nanoTime();
        String job = send(request(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofFile(file)))
                .path("id")
                .asString("");
        await(job);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        return new Imported(taken, get("/api/v1/jobs/" + job).path("result"));
    }

    /// Imports a file into a source.
    ///
    /// @return until everything that follows from it is readable
    Duration load(String source, Path file) throws IOException, InterruptedException {
        return job("POST", "/api/v1/sources/" + source + "/imports", BodyPublishers.ofFile(file));
    }

    Duration load(String source, byte[] document) throws IOException, InterruptedException {
        return job("POST", "/api/v1/sources/" + source + "/imports", BodyPublishers.ofByteArray(document));
    }

    /// Uploads an SBOM.
    ///
    /// @return until its findings are listed
    Duration upload(String release, byte[] sbom) throws IOException, InterruptedException {
        return job("PUT", "/api/v1/releases/" + release + "/sbom", BodyPublishers.ofByteArray(sbom));
    }

    /// Uploads without waiting.
    ///
    /// @return the job's id
    String submit(String release, byte[] sbom) throws IOException, InterruptedException {
        return send(request("/api/v1/releases/" + release + "/sbom").PUT(BodyPublishers.ofByteArray(sbom)))
                .path("id")
                .asString("");
    }

    private Duration job(String method, String path, BodyPublisher body) throws IOException, InterruptedException {
        long start = System.nanoTime();
        await(send(request(path).method(method, body)).path("id").asString(""));
        return Duration.ofNanos(System.nanoTime() - start);
    }

    void await(String job) throws IOException, InterruptedException {
        while (true) {
            JsonNode state = get("/api/v1/jobs/" + job);
            String status = state.path("status").asString("");
            if (status.equals("completed")) {
                return;
            }
            if (status.equals("failed")) {
                throw new IOException(state.toString());
            }
            Thread.sleep(POLL_MILLISECONDS);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
