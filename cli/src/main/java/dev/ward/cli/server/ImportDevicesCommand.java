package dev.ward.cli.server;

import dev.ward.cli.terminal.ExitCode;
import dev.ward.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ward devices import`: what runs at night with the list of an ERP or service system.
@Command(
        name = "import",
        description = "Import devices from a file, wait until it is applied, and tell what came of it.")
final class ImportDevicesCommand implements Callable<Integer> {

    private static final List<String> COUNTS =
            List.of("new", "changed", "unchanged", "older", "refused", "warnings", "shipments");

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "CSV or an Excel workbook (.xlsx); recognised by content")
    private Path file = Path.of("");

    @Option(
            names = "--mapping",
            paramLabel = "NAME",
            description = "a saved mapping of columns (default: what the headings tell)")
    private @Nullable String mapping;

    @Option(names = "--dry-run", description = "tell what would change, and change nothing")
    private boolean dryRun;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description = "when what the file says was so, such as 2026-11-29T08:00:00Z (default: now)")
    private @Nullable Instant asOf;

    @Option(
            names = "--refused",
            paramLabel = "FILE",
            description = "where to write the refused rows as CSV, each with its reasons")
    private @Nullable Path refused;

    @Mixin
    private final ServerAccess access;

    ImportDevicesCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.access = new ServerAccess(environment);
    }

    @Override
    public Integer call() throws IOException {
        ImportedTable.require(file);
        try (WardServer server = access.open()) {
            return new ImportedTable(terminal, "/devices/imports", COUNTS)
                    .send(server, file, dryRun, choices(), refused);
        } catch (IllegalArgumentException e) {
            terminal.tell("ward devices import: " + e.getMessage());
            return ExitCode.USAGE;
        }
    }

    private String choices() {
        StringBuilder choices = new StringBuilder();
        if (mapping != null) {
            choices.append("&mapping=").append(WardServer.parameter(mapping));
        }
        if (asOf != null) {
            choices.append("&asOf=").append(WardServer.parameter(asOf.toString()));
        }
        return choices.toString();
    }
}
