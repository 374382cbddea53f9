package dev.ward.command;

import dev.ward.Ward;
import dev.ward.identity.SetUp;
import dev.ward.web.PublicAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The platform with its database, from start to end.
final class RunningServer {

    private final ConfigurableApplicationContext context;
    private final int port;

    private RunningServer(ConfigurableApplicationContext context, int port) {
        this.context = context;
        this.port = port;
    }

    /// Starts everything; a signal to end stops it in the right order, the database last.
    ///
    /// @throws Refusal  when the port is in use
    static RunningServer start(Path data, int port) {
        checkPort(port);
        OpenDatabase database = OpenDatabase.claimed(data);
        try {
            SpringApplicationBuilder builder = new SpringApplicationBuilder(Ward.class)
                    .registerShutdownHook(false)
                    .properties(database.settings())
                    .properties(Map.of("server.port", port));
            ConfigurableApplicationContext context = builder.run();
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                context.close();
                                database.close();
                            },
                            "ward-end"));
            return new RunningServer(context, port);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /// Says so before the database is started, and in one line.
    private static void checkPort(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new Refusal(
                    "port %d cannot be used (%s); choose another with --port N".formatted(port, e.getMessage()));
        }
    }

    String address() {
        return get(PublicAddress.class).of("", port);
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /// Where the first account can be made, when there is none.
    Optional<String> invitation() {
        return get(SetUp.class)
                .openInvitation()
                .map(path -> get(PublicAddress.class).of(path, port));
    }
}
