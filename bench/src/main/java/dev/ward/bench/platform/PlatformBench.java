package dev.ward.bench.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Measures a server from its first start to a large portfolio, and prints a table.
///
/// Arguments: the folder for its data, then the parts to measure, of `sources`, `uploads`, `portfolio`, `lists`,
/// `fleet`, `reports`, `reach`, `decide`, `due`; all without any. With a folder that has data, parts go on from what is
/// there.
public final class PlatformBench {

    private static final List<String> ALL =
            List.of("sources", "uploads", "portfolio", "lists", "fleet", "reports", "reach", "decide", "due");

    private PlatformBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments.length == 0 ? "/tmp/ward-bench" : arguments[0]);
        List<String> parts = arguments.length < 2 ? ALL : List.of(arguments).subList(1, arguments.length);
        Files.createDirectories(folder);
        Path data = folder.resolve("data");
        Figures figures = new Figures(System.out);
        boolean fresh = Files.notExists(data);
        Duration start = start(data);
        figures.once(fresh ? "first start to first page" : "start to first page", "6 s", start);
        if (fresh) {
            figures.once("start to first page", "6 s", start(data));
        }
        try (ServerProcess server = ServerProcess.start(data)) {
            Client client = new Client(server.address(), server.token("administrator"));
            figures.row("memory after the start", "600 MiB", server.memory());
            for (String part : parts) {
                switch (part) {
                    case "sources" -> new SourcesPart(client, figures).run();
                    case "uploads" -> new UploadsPart(client, figures).run();
                    case "portfolio" -> new PortfolioPart(client, figures).run();
                    case "lists" ->
                        new ListsPart(client, Visitor.signedIn(server.address(), server.setUpCode()), figures).run();
                    case "fleet" -> new FleetPart(client, figures, folder).run();
                    case "reports" -> new ReportsPart(client, figures).run();
                    case "reach" ->
                        new ReachPart(client, Visitor.signedIn(server.address(), server.setUpCode()), figures).run();
                    case "decide" ->
                        new DecidePart(
                                        client,
                                        new Client(server.address(), server.token("quality-regulatory")),
                                        Visitor.signedIn(server.address(), server.setUpCode()),
                                        figures)
                                .run();
                    case "due" ->
                        new DuePart(client, Visitor.signedIn(server.address(), server.setUpCode()), figures).run();
                    default -> throw new IllegalArgumentException("\"%s\" is none of %s".formatted(part, ALL));
                }
                figures.row("memory after " + part, "", server.memory());
            }
        }
    }

    private static Duration start(Path data) throws IOException, InterruptedException {
        long start = System.nanoTime();
        ServerProcess server = ServerProcess.start(data);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        server.close();
        return taken;
    }
}
