package dev.ward.command;

import dev.ward.database.DatabaseTrouble;
import dev.ward.web.SettingTrouble;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.convert.ConversionFailedException;
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
            String words = words(cause);
            if (words != null) {
                err.println("ward: " + words);
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

    /// @return null when it is nothing that a person can mend
    private static @Nullable String words(Throwable cause) {
        return switch (cause) {
            case DatabaseTrouble _, Refusal _, SettingTrouble _ -> cause.getMessage();
            case ConversionFailedException wrong ->
                "a setting is \"%s\", which cannot be read: %s"
                        .formatted(
                                wrong.getValue(),
                                NestedExceptionUtils.getMostSpecificCause(wrong).getMessage());
            case NoSuchFileException absent -> "there is no \"%s\"".formatted(absent.getFile());
            case AccessDeniedException closed -> "\"%s\" may not be read or written".formatted(closed.getFile());
            case FileSystemException broken -> "\"%s\": %s".formatted(broken.getFile(), broken.getReason());
            default -> null;
        };
    }
}
