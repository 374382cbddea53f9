package dev.ward.cli.server;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A running Ward, asked over HTTP.
final class WardServer implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofMinutes(10);
    private static final int PAGE = 500;

    private final URI address;
    private final String token;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECTING).build();

    WardServer(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /// The address of a page or an endpoint.
    URI at(String path) {
        String base = address.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    /// @throws ServerProblem  it answers no
    JsonNode get(String path) throws IOException {
        return send(HttpRequest.newBuilder(at(path)).GET());
    }

    /// Sends a small object.
    JsonNode post(String path, Map<String, String> object) throws IOException {
        BodyPublisher body = BodyPublishers.ofString(JSON.writeValueAsString(object));
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .POST(body));
    }

    /// Sends a file as it is.
    JsonNode put(String path, Path file) throws IOException {
        String name = URLEncoder.encode(String.valueOf(file.getFileName()), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/octet-stream")
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .PUT(BodyPublishers.ofFile(file)));
    }

    /// Sends a file as it is, to what takes files of any kind.
    JsonNode post(String path, Path file) throws IOException {
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofFile(file)));
    }

    /// Writes what it answers into a file; a file that is there is replaced once the whole answer has come.
    ///
    /// @throws ServerProblem  it answers no
    void download(String path, Path to) throws IOException {
        Path folder = to.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder, "ward-", ".part");
        try {
            HttpResponse<Path> answer =
                    answered(HttpRequest.newBuilder(at(path)).GET(), BodyHandlers.ofFile(part));
            if (answer.statusCode() / 100 != 2) {
                throw ServerProblem.of(answer.statusCode(), parse(Files.readString(part)));
            }
            Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// All items of a list, page by page.
    void each(String path, Consumer<JsonNode> consumer) throws IOException {
        String pages = path + (path.contains("?") ? "&" : "?") + "limit=" + PAGE;
        JsonNode page = get(pages);
        page.path("items").forEach(consumer);
        while (page.path("next").isString()) {
            page = get(pages + "&after=" + parameter(page.path("next").stringValue()));
            page.path("items").forEach(consumer);
        }
    }

    /// The items of a list that is known to be short.
    List<JsonNode> list(String path) throws IOException {
        List<JsonNode> items = new ArrayList<>();
        each(path, items::add);
        return items;
    }

    /// A text as it stands in a query.
    static String parameter(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException {
        HttpResponse<String> answer =
                answered(request.header("Accept", "application/json"), BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() / 100 != 2) {
            throw ServerProblem.of(answer.statusCode(), parse(answer.body()));
        }
        JsonNode body = parse(answer.body());
        if (!body.isObject()) {
            throw new ServerProblem("%s does not answer as Ward does".formatted(address));
        }
        return body;
    }

    private <T> HttpResponse<T> answered(HttpRequest.Builder request, BodyHandler<T> handler) throws IOException {
        HttpRequest asked = request.header("Authorization", "Bearer " + token)
                .timeout(ANSWERING)
                .build();
        try {
            return client.send(asked, handler);
        } catch (ConnectException e) {
            throw new ServerProblem(
                    "nothing answers at %s; is Ward running there? (--server, or WARD_SERVER)".formatted(address));
        } catch (SSLException e) {
            throw new ServerProblem(
                    "no safe connection to %s: %s; where its certificate is of a CA of your own, name that in WARD_JAVA_OPTIONS=-Djavax.net.ssl.trustStore=FILE"
                            .formatted(address, e.getMessage()));
        } catch (IOException e) {
            throw new ServerProblem("no answer from %s: %s".formatted(address, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerProblem("interrupted");
        }
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
