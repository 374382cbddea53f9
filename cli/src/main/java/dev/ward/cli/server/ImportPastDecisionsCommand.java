package dev.ward.cli.server;

import dev.ward.cli.terminal.Terminal;
import java.util.Map;
import picocli.CommandLine.Command;

/// `ward past-decisions import`: years of decisions on vulnerabilities.
@Command(
        name = "import",
        description = "Import past decisions from a file, wait until they are taken, and tell what came of it.")
final class ImportPastDecisionsCommand extends ImportPastCommand {

    ImportPastDecisionsCommand(Terminal terminal, Map<String, String> environment) {
        super(terminal, environment, "/past-decisions/imports");
    }
}
