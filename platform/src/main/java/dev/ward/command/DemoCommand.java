package dev.ward.command;

import dev.ward.home.DemoPortfolio;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Serves the platform with an invented manufacturer's portfolio in it.
@Command(
        name = "demo",
        description = "Starts Ward with a demo portfolio, and prints a sign-in for each role.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private PlatformOptions options = new PlatformOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = ServeCommand.USUAL_PORT,
            description = "Port on the loopback address (default: ${DEFAULT-VALUE})")
    private int port;

    @Override
    public Integer call() throws Exception {
        java.nio.file.Path data = options.data("ward-demo");
        RunningServer server = RunningServer.start(data, port);
        DemoPortfolio portfolio = server.get(DemoPortfolio.class);
        Map<String, String> signIns = DemoSignIns.of(data.resolve("demo-sign-ins.properties"), portfolio.roles());
        portfolio.fill(signIns);
        System.out.println("Ward is at " + server.address() + ", with a demo portfolio in " + data);
        System.out.println("Sign in as (password behind it):");
        signIns.forEach((role, password) -> {
            if (portfolio.hasPerson(role)) {
                System.out.println("  %-36s %s".formatted(portfolio.address(role), password));
            }
        });
        return ServeCommand.RUNNING;
    }
}
