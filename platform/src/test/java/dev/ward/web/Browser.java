package dev.ward.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Asks a running server as a browser or a script does, and keeps its cookies.
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;

    private Browser(String base) {
        this.base = base;
    }

    public static Browser at(int port) {
        return new Browser("http://127.0.0.1:" + port);
    }

    /// At this machine's name, for what browsers give to no bare address.
    public static Browser atLocalhost(int port) {
        return new Browser("http://localhost:" + port);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    public HttpResponse<String> json(String method, String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    /// Opens the page with the form, and sends the form with the page's token.
    public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(get(page).body());
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String csrf = token.find() ? URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) : "";
        return form(action, body + "&_csrf=" + csrf);
    }

    /// Opens the page with the upload form, and sends a file by it.
    public HttpResponse<String> upload(String page, String action, String name, byte[] file) {
        Matcher token = Pattern.compile(Pattern.quote(action) + "\\?_csrf=([^\"]*)\"")
                .matcher(get(page).body());
        String csrf = token.find() ? token.group(1) : "";
        return multipart(action + "?_csrf=" + csrf, name, file);
    }

    /// Sends a file as it is.
    public HttpResponse<String> multipart(String action, String name, byte[] file) {
        String head = """
                --edge\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(name);
        return send(request(action)
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.ofByteArrays(List.of(
                        head.getBytes(StandardCharsets.UTF_8),
                        file,
                        "\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8))))
                .build());
    }

    /// Sends a form as it is.
    public HttpResponse<String> form(String action, String body, String... headers) {
        return send(request(action, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + path));
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return builder;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
