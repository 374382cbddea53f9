package dev.ward.bench.platform;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Prints one row of a Markdown table for each measurement, as soon as it is there.
final class Figures {

    private final PrintStream out;

    Figures(PrintStream out) {
        this.out = out;
        out.println("| what | aim | measured |");
        out.println("| --- | --- | --- |");
    }

    void row(String what, String aim, String measured) {
        out.println("| %s | %s | %s |".formatted(what, aim, measured));
        out.flush();
    }

    /// A time that was measured once.
    void once(String what, String aim, Duration taken) {
        row(what, aim, text(taken));
    }

    /// A time that was measured several times.
    void spread(String what, String aim, List<Duration> times) {
        List<Duration> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        row(what, aim, "p50 %s, p95 %s (%d)".formatted(text(at(sorted, 0.50)), text(at(sorted, 0.95)), sorted.size()));
    }

    private static Duration at(List<Duration> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1))));
    }

    static String text(Duration taken) {
        long milliseconds = taken.toMillis();
        return milliseconds < 1_000 ? milliseconds + " ms" : "%.2f s".formatted(milliseconds / 1_000.0);
    }
}
