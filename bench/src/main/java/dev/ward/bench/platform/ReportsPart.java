package dev.ward.bench.platform;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/// Reports what is installed: many devices in one request, and one device in each of many. Needs the fleet.
final class ReportsPart {

    private static final String PATH = "/api/v1/devices/reports";
    private static final int MANY = 10_000;
    private static final int REPETITIONS = 10;
    private static final int PER_SECOND = 100;
    private static final int SECONDS = Integer.getInteger("ward.bench.seconds", 30);

    private final Client client;
    private final Figures figures;

    ReportsPart(Client client, Figures figures) {
        this.client = client;
        this.figures = figures;
    }

    void run() throws IOException, InterruptedException {
        List<Duration> changing = new ArrayList<>();
        List<Duration> repeated = new ArrayList<>();
        for (int i = 0; i < REPETITIONS; i++) {
            String lines = lines(devices(i * MANY, MANY));
            changing.add(time(lines));
            repeated.add(time(lines));
        }
        figures.spread("%,d reports in one request".formatted(MANY), "2 s", changing);
        figures.spread("the same %,d reports again".formatted(MANY), "2 s", repeated);
        steady(devices(REPETITIONS * MANY, PER_SECOND * SECONDS));
    }

    private Duration time(String lines) throws IOException, InterruptedException {
        long start = System.nanoTime();
        JsonNode answer = client.report(PATH, lines);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        if (answer.path("refused").asLong(-1) != 0) {
            throw new IOException(answer.path("refusedLines").path(0).toString());
        }
        return taken;
    }

    /// What is installed, and what will be said of it.
    private record Known(String product, String serial, String release) {}

    private List<Known> devices(int first, int count) throws IOException, InterruptedException {
        List<Known> devices = new ArrayList<>(count);
        JsonNode one = client.get("/api/v1/devices?limit=1&q=" + FleetFile.serial(first))
                .path("items")
                .path(0);
        String product = one.path("productName").asString("");
        for (int i = 0; i < count; i++) {
            devices.add(new Known(product, FleetFile.serial(first + i), Integer.toString((first + i) % 10)));
        }
        return devices;
    }

    private static String lines(List<Known> devices) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        StringBuilder lines = new StringBuilder(devices.size() * 120);
        for (Known device : devices) {
            lines.append("""
                    {"product": "%s", "serial": "%s", "release": "%s", "networked": true, "seenAt": "%s"}
                    """.formatted(device.product(), device.serial(), device.release(), now));
        }
        return lines.toString();
    }

    /// A request each hundredth of a second, whether those before were answered or not.
    private void steady(List<Known> devices) throws IOException, InterruptedException {
        List<Future<Duration>> answers = new ArrayList<>(devices.size());
        List<Duration> times = new ArrayList<>(devices.size());
        AtomicInteger turnedAway = new AtomicInteger();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < devices.size(); i++) {
                long due = start + i * 1_000_000_000L / PER_SECOND;
                Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                String line = lines(List.of(devices.get(i)));
                answers.add(threads.submit(() -> {
                    try {
                        time(line);
                    } catch (IOException e) {
                        turnedAway.incrementAndGet();
                    }
                    return Duration.ofNanos(System.nanoTime() - due);
                }));
            }
            for (Future<Duration> answer : answers) {
                times.add(answer.get());
            }
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        figures.row(
                "single reports, %d asked for each second for %d s".formatted(PER_SECOND, SECONDS),
                "100 per second",
                "%.1f per second, %d turned away"
                        .formatted((devices.size() - turnedAway.get()) / seconds, turnedAway.get()));
        figures.spread("– each, from when it was due", "", times);
    }
}
