package dev.ward.bench.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/// Screens findings in bulk by a signed policy, fills the list of cases, and reads what people have to
/// do.
final class DecidePart {

    private static final int SCREENED = 100_000;
    private static final int CASES = 50_000;
    private static final int WRITERS = 4;
    private static final int REPETITIONS = 20;
    /// Of this run: people who were invited once are not invited again.
    private static final String SECURITY = "security%d@bench.example".formatted(System.nanoTime());

    private static final String CLINICIAN = "clinician%d@bench.example".formatted(System.nanoTime());
    private static final String RULE = "Component is not in the product";

    private final Client client;
    private final Client quality;
    private final Visitor administrator;
    private final Figures figures;

    DecidePart(Client client, Client quality, Visitor administrator, Figures figures) {
        this.client = client;
        this.quality = quality;
        this.administrator = administrator;
        this.figures = figures;
    }

    void run() throws IOException, InterruptedException {
        Visitor security = administrator.invited(SECURITY, "product-security");
        Visitor clinician = administrator.invited(CLINICIAN, "clinical-safety");
        qualify(SECURITY, "security");
        qualify(CLINICIAN, "clinical-safety");
        signPolicy(security, clinician);
        screen(security);
        fill();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("cases, of %,d".formatted(CASES), "/cases");
        pages.put("my work", "/work");
        pages.put("dispositions in bulk", "/screenings");
        pages.put("risk of the portfolio", "/risk");
        for (Map.Entry<String, String> page : pages.entrySet()) {
            List<Duration> times = new ArrayList<>();
            for (int i = 0; i < REPETITIONS; i++) {
                times.add(security.time(page.getValue()));
            }
            figures.spread(page.getKey(), "200 ms", times);
        }
    }

    private void qualify(String email, String competence) throws IOException, InterruptedException {
        for (JsonNode person : quality.get("/api/v1/people").path("items")) {
            if (person.path("email").asString("").equals(email)) {
                quality.post(
                        "/api/v1/people/" + person.path("id").asString("") + "/qualifications",
                        "{\"competence\": \"%s\", \"basis\": \"Measured\"}".formatted(competence));
                return;
            }
        }
        throw new IOException("nobody has the address " + email);
    }

    private void signPolicy(Visitor security, Visitor clinician) throws IOException, InterruptedException {
        security.send("/rules/screening/draft", "/rules/screening/draft", "revision=0&why=Measured");
        String seen = client.get("/api/v1/rules/screening/versions")
                .path("items")
                .path(0)
                .path("sha256")
                .asString("");
        security.send("/rules/screening", "/rules/screening/sign-security", signature(seen, SECURITY));
        clinician.send("/rules/screening", "/rules/screening/sign-clinical-safety", signature(seen, CLINICIAN));
    }

    private static String signature(String seen, String email) {
        return "seen=%s&identifier=%s&password=%s"
                .formatted(seen, Visitor.encode(email), Visitor.encode(Visitor.PASSWORD));
    }

    /// All findings, or those of components whose name begins with the letter that comes nearest to the number
    /// that is aimed at.
    private void screen(Visitor security) throws IOException, InterruptedException {
        String best = "";
        long nearest = Long.MAX_VALUE;
        List<String> beginnings = new ArrayList<>(List.of("")); // every finding
        for (char first = 'a'; first <= 'z'; first++) {
            beginnings.add(String.valueOf(first));
        }
        for (String first : beginnings) {
            long fitting = client.post("/api/v1/screenings/preview", asked(first))
                    .path("fitting")
                    .asLong(0);
            if (Math.abs(fitting - SCREENED) < nearest && fitting > 0) {
                nearest = Math.abs(fitting - SCREENED);
                best = first;
            }
        }
        long start = System.nanoTime();
        client.post("/api/v1/screenings/preview", asked(best));
        long looked = System.nanoTime();
        JsonNode prepared = client.post("/api/v1/screenings", asked(best));
        long written = System.nanoTime();
        String path = "/screenings/" + prepared.path("id").asString("");
        security.sendScreening(path, SECURITY);
        long signed = System.nanoTime();
        long rows = prepared.path("rows").asLong(0);
        figures.once("looking how many a rule names", "", Duration.ofNanos(looked - start));
        figures.once("%,d findings prepared".formatted(rows), "", Duration.ofNanos(written - looked));
        figures.once("– signed, the page read before", "", Duration.ofNanos(signed - written));
        figures.once("%,d findings screened in all".formatted(rows), "10 s", Duration.ofNanos(signed - start));
    }

    private static String asked(String first) {
        return "{\"rule\": \"%s\", \"componentName\": \"%s\", \"evidence\": \"Measured\"}".formatted(RULE, first);
    }

    /// Opens cases, each an act that is audited.
    private void fill() throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int from = i;
                all.add(writers.submit(() -> {
                    for (int k = from; k < CASES; k += WRITERS) {
                        client.post("/api/v1/cases", "{\"title\": \"Measured %d\", \"own\": true}".formatted(k));
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("a case was not opened", e);
        }
        figures.row(
                "cases opened, each an entry of the trail",
                "200 per second",
                "%.0f per second".formatted(CASES * 1e9 / (System.nanoTime() - start)));
    }
}
