package dev.ward.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// `./ward demo`, as a user starts it, on an empty data folder or on one that a demo has filled.
final class DemoProcess implements AutoCloseable {

    private static final Pattern SIGN_IN = Pattern.compile("\\s*([a-z-]+)@demo\\.example\\s+(\\S+)");
    private static final int PEOPLE = 13;

    private final Process process;
    private final int port;
    private final Map<String, String> passwords = new LinkedHashMap<>();

    private DemoProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static DemoProcess start(Path data) throws IOException {
        return start(data, Map.of());
    }

    /// Starts on a copy of what a demo filled before, for what is not about the first start.
    static DemoProcess startFilled(Path data) throws IOException {
        Files.createDirectories(data);
        Process copy = new ProcessBuilder("cp", "-a", Filled.FOLDER + "/.", data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (copy.onExit().join().exitValue() != 0) {
            throw new IOException("the folder of a demo could not be copied");
        }
        return start(data);
    }

    /// The folder of a demo that was filled and has ended.
    private static final class Filled {

        static final Path FOLDER = fill();

        private static Path fill() {
            try {
                Path folder = Files.createTempDirectory("ward-demo-");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                start(folder).close();
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path folder) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            } catch (IOException e) {
                // it is in the folder for what is temporary
            }
        }
    }

    /// @param environment  further variables of the environment
    static DemoProcess start(Path data, Map<String, String> environment) throws IOException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx768m",
                        "-jar",
                        jar(),
                        "demo",
                        "--data",
                        data.toString(),
                        "--port",
                        Integer.toString(port))
                .redirectError(Files.createTempFile("ward-demo-", ".log").toFile());
        builder.environment().putAll(environment);
        DemoProcess demo = new DemoProcess(builder.start(), port);
        Runtime.getRuntime().addShutdownHook(new Thread(demo.process::destroy));
        demo.readSignIns();
        return demo;
    }

    /// Runs another command of the platform to its end.
    ///
    /// @return its standard output
    static String command(String... arguments) throws IOException {
        return command(Map.of(), arguments);
    }

    /// @param environment  further variables of the environment
    static String command(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-jar", jar()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(String.join(" ", arguments) + " failed: " + out);
        }
        return out;
    }

    static String jar() {
        return Path.of(System.getProperty("ward.root", ".."))
                .resolve("platform/target/ward/ward-platform.jar")
                .toString();
    }

    private void readSignIns() throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher signIn = SIGN_IN.matcher(line);
            if (signIn.matches()) {
                passwords.put(signIn.group(1), signIn.group(2));
            }
            if (passwords.size() == PEOPLE) {
                Thread.ofVirtual().start(() -> passOver(lines));
                return;
            }
        }
        throw new IOException("the demo ended before it said who may sign in");
    }

    /// Reads on, so that the server never waits for a reader.
    private static void passOver(BufferedReader lines) {
        try {
            while (lines.readLine() != null) {
                // what it says from now on is not looked at
            }
        } catch (IOException e) {
            // it has ended
        }
    }

    String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    String password(String role) {
        return passwords.getOrDefault(role, "");
    }

    /// Ends it as a power cut would.
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        end(process);
    }

    /// Tells a Ward to end, and waits.
    static void end(Process ward) {
        ward.destroy();
        try {
            if (!ward.waitFor(30, TimeUnit.SECONDS)) {
                ward.destroyForcibly();
                throw new IllegalStateException("Ward did not end within 30 seconds of being told to");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
