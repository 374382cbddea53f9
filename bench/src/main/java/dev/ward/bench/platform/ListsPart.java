package dev.ward.bench.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/// Reads lists in every order and with filters, over REST and as pages, alone and with fifty readers at once.
final class ListsPart {

    private static final int REPETITIONS = 20;
    private static final int READERS = 50;
    private static final List<String> ORDERS =
            List.of("risk", "severity", "epss", "kev", "vulnerability", "component", "release", "opened", "-opened");

    private final Client client;
    private final Visitor visitor;
    private final Figures figures;

    ListsPart(Client client, Visitor visitor, Figures figures) {
        this.client = client;
        this.visitor = visitor;
        this.figures = figures;
    }

    void run() throws IOException, InterruptedException {
        Map<String, String> paths = paths();
        for (Map.Entry<String, String> path : paths.entrySet()) {
            List<Duration> times = new ArrayList<>();
            for (int i = 0; i < REPETITIONS; i++) {
                times.add(time(path.getValue()));
            }
            figures.spread(path.getKey(), "200 ms", times);
        }
        together(List.copyOf(paths.values()));
    }

    private Duration time(String path) throws IOException, InterruptedException {
        return path.startsWith("/api/") ? client.time(path) : visitor.time(path);
    }

    private Map<String, String> paths() throws IOException, InterruptedException {
        JsonNode finding = client.get("/api/v1/findings?limit=1").path("items").path(0);
        String release = finding.path("release").path("id").asString("");
        String vulnerability = finding.path("vulnerability").asString("");
        String component = finding.path("component").path("id").asString("");
        Map<String, String> paths = new LinkedHashMap<>();
        for (String order : ORDERS) {
            paths.put("findings by " + order, "/api/v1/findings?limit=100&sort=" + order);
        }
        paths.put("findings of a release", "/api/v1/findings?limit=100&release=" + release);
        paths.put("findings of a vulnerability", "/api/v1/findings?limit=100&vulnerability=" + vulnerability);
        paths.put("findings of a component", "/api/v1/findings?limit=100&component=" + component);
        for (String word : List.of("openssl", "e", "nothing-has-this-name")) {
            paths.put("findings with \"%s\"".formatted(word), "/api/v1/findings?limit=100&q=" + word);
        }
        for (String state : List.of("open", "candidate", "closed", "source-withdrawn")) {
            paths.put("findings, " + state, "/api/v1/findings?limit=100&state=" + state);
        }
        String next = client.get("/api/v1/findings?limit=500").path("next").asString("");
        paths.put("findings, a later page", "/api/v1/findings?limit=100&after=" + next);
        paths.put("components", "/api/v1/components?q=openssl");
        paths.put("products", "/api/v1/products");
        paths.put("the trail", "/api/v1/audit");
        Map<String, String> pages = new LinkedHashMap<>();
        paths.forEach((what, path) -> pages.put("page: " + what, path.replace("/api/v1", "")));
        pages.put("page: home", "/");
        pages.put("page: sources", "/sources");
        pages.put("page: a release", "/releases/" + release);
        pages.put("page: a vulnerability", "/vulnerabilities/" + vulnerability);
        pages.put("page: a component", "/components/" + component);
        pages.put("page: search", "/search?q=openssl");
        pages.put("page: jobs", "/jobs");
        paths.putAll(pages);
        return paths;
    }

    private void together(List<String> paths) throws IOException, InterruptedException {
        List<Callable<List<Duration>>> readers = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            int first = reader;
            readers.add(() -> {
                List<Duration> times = new ArrayList<>();
                for (int i = 0; i < paths.size(); i++) {
                    times.add(time(paths.get((first + i) % paths.size())));
                    Thread.sleep(1_000); // a person looks at what came
                }
                return times;
            });
        }
        List<Duration> times = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Duration>> reader : threads.invokeAll(readers)) {
                times.addAll(reader.get());
            }
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
        figures.spread("50 readers, each a list a second", "300 ms", times);
    }
}
