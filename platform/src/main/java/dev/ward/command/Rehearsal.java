package dev.ward.command;

import dev.ward.home.DemoPortfolio;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Serves the demo portfolio once to nobody, so that the JVM can keep what it loads for later starts.
final class Rehearsal {

    private Rehearsal() {}

    /// @param arguments  the folder for its data, which is of no use afterwards
    public static void main(String[] arguments) throws Exception {
        RunningServer server = RunningServer.start(Path.of(arguments[0]), freePort());
        DemoPortfolio portfolio = server.get(DemoPortfolio.class);
        Map<String, String> signIns = new TreeMap<>();
        portfolio.roles().forEach(role -> signIns.put(role, "rehearsal of " + role));
        portfolio.fill(signIns);
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : List.of("/sign-in", "/actuator/health", "/api/v1/findings")) {
                client.send(
                        HttpRequest.newBuilder(URI.create(server.address() + path))
                                .build(),
                        BodyHandlers.discarding());
            }
        }
        System.exit(0);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
