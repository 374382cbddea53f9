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
    static final String PASSWORD = "a horse that measures";
    private static final String READER = "reader@bench.example";

    private static final Pattern INVITATION = Pattern.compile("invitation\\?code=([^\"&<\\s]+)");

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");

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
            visitor.send("/setup?code=" + setUp, "/setup", "name=Reader&code=" + encode(setUp) + "&" + person(READER));
        }
        visitor.signIn(READER);
        return visitor;
    }

    /// Lets an administrator invite a person, who accepts and signs in.
    Visitor invited(String email, String role) throws IOException, InterruptedException {
        String page = submit(
                "/settings/people",
                "/settings/people",
                "name=" + encode("Person of " + role) + "&role=" + role + "&email=" + encode(email));
        Matcher code = INVITATION.matcher(page);
        if (!code.find()) {
            throw new IOException("no invitation for " + role);
        }
        Visitor visitor = new Visitor(server);
        visitor.send(
                "/invitation?code=" + code.group(1),
                "/invitation",
                "code=" + code.group(1) + "&password=" + encode(PASSWORD));
        visitor.signIn(email);
        return visitor;
    }

    private void signIn(String email) throws IOException, InterruptedException {
        send("/sign-in", "/sign-in", person(email));
        time("/");
    }

    private static String person(String email) {
        return "email=" + encode(email) + "&password=" + encode(PASSWORD);
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

    /// Sends the form of a page, and expects to be led on.
    void send(String page, String action, String fields) throws IOException, InterruptedException {
        HttpResponse<String> answer = answer(page, action, fields);
        if (answer.statusCode() / 100 != 3) {
            throw new IOException(action + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    /// Signs a disposition in bulk as its page shows it.
    void sendScreening(String path, String email) throws IOException, InterruptedException {
        String page = http.send(HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofString())
                .body();
        Matcher seen = SEEN.matcher(page);
        if (!seen.find()) {
            throw new IOException("nothing to sign at " + path);
        }
        send(
                path,
                path + "/sign",
                "seen=" + seen.group(1) + "&identifier=" + encode(email) + "&password=" + encode(PASSWORD));
    }

    private String submit(String page, String action, String fields) throws IOException, InterruptedException {
        return answer(page, action, fields).body();
    }

    private HttpResponse<String> answer(String page, String action, String fields)
            throws IOException, InterruptedException {
        String form = http.send(HttpRequest.newBuilder(server.resolve(page)).build(), BodyHandlers.ofString())
                .body();
        Matcher token = FORGERY_TOKEN.matcher(form);
        if (!token.find()) {
            throw new IOException("no form at " + page);
        }
        return http.send(
                HttpRequest.newBuilder(server.resolve(action))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields + "&_csrf=" + encode(token.group(1))))
                        .build(),
                BodyHandlers.ofString());
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
