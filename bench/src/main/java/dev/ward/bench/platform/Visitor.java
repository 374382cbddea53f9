package dev.ward.bench.platform;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A person who is signed in and reads pages.
final class Visitor {

    private static final Pattern FORGERY_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");
    private static final String PERSON = "email=reader%40bench.example&password=a+horse+that+measures";

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI server;

    private Visitor(URI server) {
        this.server = server;
    }

    /// Makes the first account where there is none yet, and signs in.
    ///
    /// @param setUp  the code of the set-up link that the server printed; empty when it printed none
    static Visitor signedIn(URI server, String setUp) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(server);
        if (!setUp.isEmpty()) {
            visitor.send("/setup?code=" + setUp, "/setup", "name=Reader&code=" + encode(setUp) + "&" + PERSON);
        }
        visitor.send("/sign-in", "/sign-in", PERSON);
        visitor.time("/");
        return visitor;
    }

    /// How long a page takes, read to its end.
    Duration time(String path) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<byte[]> answer =
                http.send(HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofByteArray());
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.statusCode());
        }
        return taken;
    }

    private void send(String page, String action, String fields) throws IOException, InterruptedException {
        String form = http.send(HttpRequest.newBuilder(server.resolve(page)).build(), BodyHandlers.ofString())
                .body();
        Matcher token = FORGERY_TOKEN.matcher(form);
        if (!token.find()) {
            throw new IOException("no form at " + page);
        }
        HttpResponse<Void> answer = http.send(
                HttpRequest.newBuilder(server.resolve(action))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields + "&_csrf=" + encode(token.group(1))))
                        .build(),
                BodyHandlers.discarding());
        if (answer.statusCode() / 100 != 3) {
            throw new IOException(action + ": " + answer.statusCode());
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
