package dev.ward.cli.server;

import dev.ward.cli.terminal.ExitCode;
import dev.ward.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Years of records from a spreadsheet, by its headings.
abstract class ImportPastCommand implements Callable<Integer> {

    private static final List<String> COUNTS = List.of("new", "changed", "unchanged", "older", "refused");

    private final Terminal terminal;
    private final String imports;

    @Spec
    private CommandSpec command = CommandSpec.create();

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

    /// @param imports  where the server takes them, below `/api/v1`
    ImportPastCommand(Terminal terminal, Map<String, String> environment, String imports) {
        this.terminal = terminal;
        this.access = new ServerAccess(environment);
        this.imports = imports;
    }

    @Override
    public Integer call() throws IOException {
        ImportedTable.require(file);
        try (WardServer server = access.open()) {
            return new ImportedTable(terminal, imports, COUNTS).send(server, file, dryRun, "", refused);
        } catch (IllegalArgumentException e) {
            terminal.tell(command.qualifiedName() + ": " + e.getMessage());
            return ExitCode.USAGE;
        }
    }
}
