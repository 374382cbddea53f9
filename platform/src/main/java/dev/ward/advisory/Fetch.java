package dev.ward.advisory;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Fetches documents over HTTP, from where the operator allows.
@Component
class Fetch {

    private static final Duration CONNECTING = Duration.ofSeconds(10);
    /// Until the answer begins.
    private static final Duration ANSWERING = Duration.ofSeconds(60);
    private static final int MOST_REDIRECTS = 5;

    private final ImportSettings settings;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Fetch(ImportSettings settings) {
        this.settings = settings;
    }

    /// @throws IOException  when nothing can be fetched, with a message for people
    InputStream open(URI url) throws IOException, InterruptedException {
        URI next = url;
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            HttpRequest request = HttpRequest.newBuilder(settings.allowed(next))
                    .timeout(ANSWERING)
                    .header("User-Agent", "Ward")
                    .build();
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            if (response.statusCode() == 200) {
                return response.body();
            }
            response.body().close();
            if (response.statusCode() / 100 != 3) {
                throw new IOException("\"%s\" answers with status %d.".formatted(next, response.statusCode()));
            }
            String location = response.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new IOException("\"%s\" leads on to nowhere.".formatted(url)));
            next = next.resolve(location);
        }
        throw new IOException("\"%s\" leads on and on.".formatted(url));
    }
}
