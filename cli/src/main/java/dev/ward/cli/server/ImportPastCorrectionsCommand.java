package dev.ward.cli.server;

import dev.ward.cli.terminal.ExitCode;
import dev.ward.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ward past-corrections import`: years of decisions on corrections and removals from a spreadsheet, by
/// its headings.
@Command(
        name = "import",
        description =
                "Import past decisions on corrections and removals from a file, wait until they are taken, and tell what came of it.")
final class ImportPastCorrectionsCommand implements Callable<Integer> {

    private static final List<String> COUNTS = List.of("new", "changed", "unchanged", "older", "refused");

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "CSV or an Excel workbook (.xlsx); recognised by content")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "tell what is new, and take nothing")
    private boolean dryRun;

    @Option(
            names = "--refused",
            paramLabel = "FILE",
            description = "where to write the refused rows as CSV, each with its reasons")
    private @Nullable Path refused;

    @Mixin
    private final ServerAccess access;

    ImportPastCorrectionsCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.access = new ServerAccess(environment);
    }

    @Override
    public Integer call() throws IOException {
        ImportedTable.require(file);
        try (WardServer server = access.open()) {
            return new ImportedTable(terminal, "/due/past/imports", COUNTS).send(server, file, dryRun, "", refused);
        } catch (IllegalArgumentException e) {
            terminal.tell("ward past-corrections import: " + e.getMessage());
            return ExitCode.USAGE;
        }
    }
}
