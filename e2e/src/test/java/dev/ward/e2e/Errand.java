package dev.ward.e2e;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;

/// One document that a program brings, as often as it takes until the server has accepted it, and whose job it then
/// watches to its end.
final class Errand implements Runnable {

    private static final long PAUSE = 30;
    private static final int ACCEPTED = 202;
    private static final int BROKEN = 500;

    private final ApiClient client;
    private final String method;
    private final String path;
    private final byte[] body;
    private final boolean watched;
    private volatile String job = "";
    private volatile String end = "";
    private final AtomicInteger sent = new AtomicInteger();

    /// @param watched  whether the next errand waits until the job of this one has ended
    Errand(ApiClient client, String method, String path, byte[] body, boolean watched) {
        this.client = client;
        this.method = method;
        this.path = path;
        this.body = body;
        this.watched = watched;
    }

    @Override
    public void run() {
        while (job.isEmpty()) {
            try {
                sent.incrementAndGet();
                HttpResponse<String> answer = client.send(method, path, BodyPublishers.ofByteArray(body));
                if (answer.statusCode() == ACCEPTED) {
                    job = answer.headers().firstValue("Location").orElseThrow();
                } else if (answer.statusCode() < BROKEN) {
                    end = "refused: %d %s".formatted(answer.statusCode(), answer.body());
                    return;
                }
            } catch (IOException e) {
                pause(); // the server is away
            }
        }
        if (watched) {
            watch();
        }
    }

    /// Waits for the end of the job.
    void watch() {
        while (end.isEmpty()) {
            try {
                HttpResponse<String> answer = client.get(job);
                if (answer.statusCode() == 200 && answer.body().matches("(?s).*\"(completed|failed)\".*")) {
                    end = answer.body();
                } else if (answer.statusCode() == 200 || answer.statusCode() >= BROKEN) {
                    pause();
                } else {
                    end = "lost: %d %s".formatted(answer.statusCode(), answer.body());
                }
            } catch (IOException e) {
                pause();
            }
        }
    }

    boolean isCompleted() {
        return end.contains("\"completed\"");
    }

    @Override
    public String toString() {
        return "%s %s, sent %s times, %s: %s".formatted(method, path, sent, job, end);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
