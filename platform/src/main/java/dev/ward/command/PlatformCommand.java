package dev.ward.command;

import dev.ward.database.DatabaseTrouble;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `./ward serve`, `demo`, `token`, `import`, `audit`, `backup`, `restore`.
@Command(
        name = "ward",
        description = "The platform.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            TokenCommand.class,
            LinkCommand.class,
            ImportCommand.class,
            AuditCommand.class,
            BackupCommand.class,
            RestoreCommand.class
        })
public final class PlatformCommand {

    /// What WARD_LOG may be; empty for text.
    private static final List<String> LOGS = List.of("", "ecs", "logstash", "gelf");

    static final int USAGE = 2;
    static final int REFUSED = 3;
    static final int BROKEN = 4;

    private PlatformCommand() {}

    public static void main(String[] arguments) {
        String log = System.getenv("WARD_LOG");
        if (log != null && !LOGS.contains(log)) {
            System.err.println(
                    "ward: WARD_LOG is \"%s\"; set ecs, logstash or gelf, or leave it out for text".formatted(log));
            System.exit(USAGE);
        }
        CommandLine line = new CommandLine(new PlatformCommand());
        line.setExecutionExceptionHandler((e, command, parsed) -> trouble(e, System.err));
        int code = line.execute(arguments);
        if (code != ServeCommand.RUNNING) {
            System.exit(code);
        }
    }

    /// Says in one line what a person can mend; anything else with where it happened.
    private static int trouble(Exception e, PrintStream err) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseTrouble || cause instanceof Refusal) {
                err.println("ward: " + cause.getMessage());
                for (Throwable more : cause.getSuppressed()) {
                    err.println("ward: " + more.getMessage());
                }
                return REFUSED;
            }
        }
        err.println("ward: "
                + Objects.requireNonNullElse(e.getMessage(), e.getClass().getName()));
        e.printStackTrace(err);
        return BROKEN;
    }
}
