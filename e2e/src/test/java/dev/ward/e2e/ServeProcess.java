package dev.ward.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// `./ward serve` on a data folder that outlives it.
final class ServeProcess implements AutoCloseable {

    private final Process process;
    private final Path data;
    private final int port;
    private final Path log;

    private ServeProcess(Process process, Path data, int port, Path log) {
        this.process = process;
        this.data = data;
        this.port = port;
        this.log = log;
    }

    /// Starts it and waits until it serves.
    static ServeProcess start(Path data, int port, Map<String, String> environment) throws IOException {
        ServeProcess serve = begin(data, port, environment);
        serve.awaitServing();
        return serve;
    }

    /// Starts it, and waits for nothing.
    static ServeProcess begin(Path data, int port, Map<String, String> environment) throws IOException {
        Path log = Files.createTempFile("ward-serve-", ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx768m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        DemoProcess.jar(),
                        "serve",
                        "--data",
                        data.toString(),
                        "--port",
                        Integer.toString(port))
                .redirectError(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new ServeProcess(process, data, port, log);
    }

    /// @throws IOException  when it ends before
    void awaitServing() throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("Ward is at ")) {
                return;
            }
        }
        throw new IOException("Ward ended before it served: " + log());
    }

    int port() {
        return port;
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /// Ends it as the system's killer of processes would.
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /// Ends its PostgreSQL the same way: what was not yet written out is lost.
    void killDatabase() throws IOException {
        Path file = data.resolve("postgresql/postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty()) {
            return;
        }
        ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).ifPresent(postmaster -> {
            List<ProcessHandle> all = postmaster.descendants().toList();
            postmaster.destroyForcibly();
            all.forEach(ProcessHandle::destroyForcibly);
            postmaster.onExit().join();
        });
    }

    @Override
    public void close() {
        DemoProcess.end(process);
    }
}
