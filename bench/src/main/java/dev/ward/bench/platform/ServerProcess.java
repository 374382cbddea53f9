package dev.ward.bench.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `./ward serve` on a data folder of its own.
final class ServerProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private static final Pattern SET_UP = Pattern.compile("/setup\\?code=(\\S+)");

    private final Path data;
    private final int port;
    private final Process process;

    private ServerProcess(Path data, int port, Process process) {
        this.data = data;
        this.port = port;
        this.process = process;
    }

    /// Starts it, and returns when its first page is there.
    static ServerProcess start(Path data) throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        List<String> command = launcher();
        command.addAll(List.of("serve", "--data", data.toString(), "--port", Integer.toString(port)));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(data).toFile())
                .start();
        ServerProcess server = new ServerProcess(data, port, process);
        server.awaitFirstPage();
        return server;
    }

    private static List<String> launcher() {
        return new ArrayList<>(List.of(Path.of(System.getProperty("ward.root", "."), "ward")
                .toAbsolutePath()
                .toString()));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private void awaitFirstPage() throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest page =
                    HttpRequest.newBuilder(address().resolve("/sign-in")).build();
            while (System.nanoTime() < end && process.isAlive()) {
                try {
                    if (client.send(page, HttpResponse.BodyHandlers.discarding())
                                            .statusCode()
                                    / 100
                            < 4) {
                        return;
                    }
                } catch (IOException e) {
                    Thread.sleep(20);
                }
            }
        }
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        throw new IOException("Ward did not start; its log is beside " + data);
    }

    /// The code of the set-up link that it printed last; empty when it printed none at this start.
    String setUpCode() throws IOException {
        Matcher code = SET_UP.matcher(Files.readString(log(data)));
        String last = "";
        while (code.find()) {
            last = code.group(1);
        }
        return last;
    }

    private static Path log(Path data) {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    /// A token with every permission of a role.
    String token(String role) throws IOException {
        List<String> command = launcher();
        command.addAll(List.of("token", "create", "--role", role, "--name", "measurement", "--data", data.toString()));
        Process made = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    /// Resident memory of the Java process, in MiB: now, and the most it ever was. Linux only.
    String memory() throws IOException {
        long now = 0;
        long peak = 0;
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            String number = line.replaceAll("\\D", "");
            if (line.startsWith("VmRSS:")) {
                now = Long.parseLong(number) / 1024;
            } else if (line.startsWith("VmHWM:")) {
                peak = Long.parseLong(number) / 1024;
            }
        }
        return "%d MiB, at most %d MiB".formatted(now, peak);
    }

    /// Tells it to end, and waits.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
