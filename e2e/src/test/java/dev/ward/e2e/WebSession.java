package dev.ward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A person who is signed in, without a browser.
final class WebSession {

    private static final Pattern CSRF = Pattern.compile(
            "<meta name=\"csrf\" content=\"([^\"]*)\" data-header=\"([^\"]*)\" data-parameter=\"([^\"]*)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final DemoProcess demo;

    private WebSession(DemoProcess demo) {
        this.demo = demo;
    }

    static WebSession signIn(DemoProcess demo, String role) {
        WebSession session = new WebSession(demo);
        Matcher csrf = CSRF.matcher(session.get("/sign-in").body());
        assertThat(csrf.find()).isTrue();
        HttpResponse<String> answer = session.form(
                "/sign-in",
                "email=%s&password=%s".formatted(encode(role + "@demo.example"), encode(demo.password(role))),
                csrf);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(302, 303);
        return session;
    }

    /// What a program with a token is answered.
    static int status(String address, String token) throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Asks another server, with the same cookies.
    HttpResponse<String> getAt(int port, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(demo.address(path))).GET());
    }

    HttpResponse<String> post(String path, HttpRequest.BodyPublisher body) {
        Matcher csrf = CSRF.matcher(get("/").body());
        assertThat(csrf.find()).isTrue();
        return send(HttpRequest.newBuilder(URI.create(demo.address(path)))
                .header(csrf.group(2), csrf.group(1))
                .header("Content-Type", "application/json")
                .POST(body));
    }

    /// Sends a form, as a page does.
    ///
    /// @param fields  encoded, without the token against forged requests
    HttpResponse<String> submit(String action, String fields) {
        Matcher csrf = CSRF.matcher(get("/account").body());
        assertThat(csrf.find()).as("a page for who is signed in").isTrue();
        return form(action, fields, csrf);
    }

    private HttpResponse<String> form(String action, String fields, Matcher csrf) {
        String token = encode(csrf.group(3)) + "=" + encode(csrf.group(1));
        return send(HttpRequest.newBuilder(URI.create(demo.address(action)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields + "&" + token)));
    }

    HttpResponse<String> put(String path, HttpRequest.BodyPublisher body) {
        Matcher csrf = CSRF.matcher(get("/").body());
        assertThat(csrf.find()).isTrue();
        return send(HttpRequest.newBuilder(URI.create(demo.address(path)))
                .header(csrf.group(2), csrf.group(1))
                .PUT(body));
    }

    /// Waits for the job that was accepted, and expects that it completes.
    void await(HttpResponse<String> accepted) throws InterruptedException {
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String job = accepted.headers().firstValue("Location").orElseThrow();
        String body = get(job).body();
        while (body.contains("\"queued\"") || body.contains("\"running\"")) {
            Thread.sleep(50);
            body = get(job).body();
        }
        assertThat(body).contains("\"completed\"");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
