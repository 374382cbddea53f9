package dev.ward.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Serves the platform until it is told to end.
@Command(name = "serve", description = "Starts Ward and serves its pages.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    static final int RUNNING = -1;
    static final String USUAL_PORT = "8080";

    @Mixin
    private PlatformOptions options = new PlatformOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = USUAL_PORT,
            description = "Port on the loopback address (default: ${DEFAULT-VALUE})")
    private int port;

    @Override
    public Integer call() {
        RunningServer server = RunningServer.start(options.data("ward"), port);
        System.out.println("Ward is at " + server.address());
        server.invitation()
                .ifPresent(link -> System.out.println(
                        "Nobody has an account yet. Make the first one at " + link + " (the link works once)"));
        return RUNNING;
    }
}
