package dev.ward.bench.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Opens cases, enters a fact in each, and reads what is due.
final class DuePart {

    private static final int CASES = 5_000;
    private static final int REPETITIONS = 40;
    private static final String DUE = "/api/v1/cases/%s/due";

    private final Client client;
    private final Visitor visitor;
    private final Figures figures;

    DuePart(Client client, Visitor visitor, Figures figures) {
        this.client = client;
        this.visitor = visitor;
        this.figures = figures;
    }

    void run() throws IOException, InterruptedException {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            numbers.add(client.post("/api/v1/cases", "{\"title\": \"Due %d\", \"own\": true}".formatted(i))
                    .path("number")
                    .asString(""));
        }
        List<Duration> entered = new ArrayList<>();
        for (String number : numbers) {
            long start = System.nanoTime();
            client.post(DUE.formatted(number) + "/evidence", """
                    {"type": "timeline-rationale", "at": "2026-01-05", "note": "Measured"}
                    """);
            entered.add(Duration.ofNanos(System.nanoTime() - start));
        }
        figures.spread("a fact entered, the case judged anew", "20 ms", entered);
        List<Duration> read = new ArrayList<>();
        for (int i = 0; i < REPETITIONS; i++) {
            read.add(client.time(DUE.formatted(numbers.get(i))));
        }
        figures.spread("what is due for one case", "20 ms", read);
        shown("its page", i -> "/cases/%s/due".formatted(numbers.get(i)));
        shown("its drafts", i -> "/cases/%s/due/drafts".formatted(numbers.get(i)));
        shown("the board of all cases", _ -> "/due");
        shown("the board, those that are overdue", _ -> "/due?state=overdue");
        shown("the calendar of this month", _ -> "/due/calendar");
        shown("the first page", _ -> "/");
    }

    private void shown(String what, IntFunction<String> page) throws IOException, InterruptedException {
        List<Duration> shown = new ArrayList<>();
        for (int i = 0; i < REPETITIONS; i++) {
            shown.add(visitor.time(page.apply(i)));
        }
        figures.spread(what, "200 ms", shown);
    }
}
