package dev.ward.bench.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Asks which devices are reached, in numbers, as a page and as files; needs devices with releases that have findings.
final class ReachPart {

    private static final int REPETITIONS = 20;
    private static final int VULNERABILITIES = 10;

    private final Client client;
    private final Visitor visitor;
    private final Figures figures;

    ReachPart(Client client, Visitor visitor, Figures figures) {
        this.client = client;
        this.visitor = visitor;
        this.figures = figures;
    }

    void run() throws IOException, InterruptedException {
        Map<String, List<String>> questions = questions();
        for (Map.Entry<String, List<String>> question : questions.entrySet()) {
            List<Duration> numbers = new ArrayList<>();
            List<Duration> devices = new ArrayList<>();
            List<Duration> pages = new ArrayList<>();
            for (int i = 0; i < REPETITIONS; i++) {
                String asked = question.getValue().get(i % question.getValue().size());
                numbers.add(client.time("/api/v1/reach?" + asked));
                devices.add(client.time("/api/v1/reach/devices?limit=50&" + asked));
                pages.add(visitor.time("/reach?" + asked));
            }
            figures.spread("totals, " + question.getKey(), "300 ms", numbers);
            figures.spread("first page, " + question.getKey(), "300 ms", devices);
            figures.spread("page: both, " + question.getKey(), "300 ms", pages);
        }
        export(questions.getOrDefault("gravest vulnerability", List.of()));
        pages();
    }

    /// The other pages that look at all devices.
    private void pages() throws IOException, InterruptedException {
        JsonNode device = client.get("/api/v1/devices?limit=1").path("items").path(0);
        String product = device.path("product").asString("");
        List<String> paths = new ArrayList<>();
        for (String order : List.of("serial", "-serial", "confirmed", "-confirmed")) {
            paths.add("/devices?sort=" + order);
        }
        for (String filter : List.of(
                "q=" + device.path("serial").asString(""),
                "status=decommissioned",
                "status=in-stock",
                "release=unknown",
                "country=DE",
                "customer=" + device.path("customer").asString(""),
                "product=" + product)) {
            paths.add("/devices?" + filter);
        }
        paths.addAll(List.of("/devices/" + device.path("id").asString(""), "/fleet", "/fleet?product=" + product));
        paths.addAll(List.of("/customers", "/lifecycle", "/legacy", "/products/" + product, "/search?q=bench"));
        for (String path : paths) {
            List<Duration> times = new ArrayList<>();
            for (int i = 0; i < REPETITIONS; i++) {
                times.add(visitor.time(path));
            }
            figures.spread("page " + path.replaceAll("[0-9a-f-]{36}", "…"), "200 ms", times);
        }
    }

    private Map<String, List<String>> questions() throws IOException, InterruptedException {
        List<String> vulnerabilities = new ArrayList<>();
        String gravest = "";
        long most = -1;
        for (JsonNode finding : client.get("/api/v1/findings?limit=500").path("items")) {
            String question = "vulnerability=" + finding.path("vulnerability").asString("");
            if (vulnerabilities.size() < VULNERABILITIES && !vulnerabilities.contains(question)) {
                vulnerabilities.add(question);
                long devices =
                        client.get("/api/v1/reach?" + question).path("devices").asLong(0);
                if (devices > most) {
                    most = devices;
                    gravest = question;
                }
            }
        }
        figures.row("devices that the gravest of %d reaches".formatted(VULNERABILITIES), "", "%,d".formatted(most));
        JsonNode finding = client.get("/api/v1/findings?limit=1&sort=-opened")
                .path("items")
                .path(0);
        Map<String, List<String>> questions = new LinkedHashMap<>();
        questions.put("vulnerabilities", vulnerabilities);
        questions.put("gravest vulnerability", List.of(gravest));
        questions.put("gravest vulnerability in one country", List.of(gravest + "&country=DE"));
        questions.put(
                "a component",
                List.of("component=" + finding.path("component").path("id").asString("")));
        questions.put(
                "a release",
                List.of("release=" + finding.path("release").path("id").asString("")));
        return questions;
    }

    private void export(List<String> gravest) throws IOException, InterruptedException {
        for (String question : gravest) {
            for (String file : List.of("devices.csv", "devices.xlsx", "ranges.csv", "consignees.csv")) {
                figures.once(
                        "export " + file, "10 s for 200,000", client.time("/api/v1/reach/" + file + "?" + question));
            }
        }
    }
}
