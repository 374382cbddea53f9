package dev.ward.cli;

import dev.ward.cli.due.DueCommand;
import dev.ward.cli.index.IndexCache;
import dev.ward.cli.scan.ScanCommand;
import dev.ward.cli.server.DevicesCommand;
import dev.ward.cli.server.PastCorrectionsCommand;
import dev.ward.cli.server.PastDecisionsCommand;
import dev.ward.cli.server.SbomCommand;
import dev.ward.cli.terminal.CheckedOutput;
import dev.ward.cli.terminal.ExitCode;
import dev.ward.cli.terminal.Terminal;
import dev.ward.cli.terminal.Trouble;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The program behind `./ward`.
@Command(
        name = "ward",
        description = "Know which vulnerabilities reach a medical device's software, and why.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = WardCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class WardCommand {

    private WardCommand() {}

    /// The version that the build wrote into the jar.
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = WardCommand.class.getPackage().getImplementationVersion();
            return new String[] {"ward " + (version == null ? "(not packaged)" : version)};
        }
    }

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        CheckedOutput written = new CheckedOutput(new FileOutputStream(FileDescriptor.out));
        PrintStream out = new PrintStream(written, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Terminal terminal = Terminal.of(out, err, System.getenv());
        int code = run(terminal, System.getenv(), arguments);
        out.flush();
        if (written.failure().isPresent()) {
            terminal.tell("ward: the output could not be written: "
                    + written.failure().get());
            code = ExitCode.UNREADABLE;
        }
        System.exit(code);
    }

    /// Runs one command and gives its exit code.
    static int run(Terminal terminal, Map<String, String> environment, String... arguments) {
        CommandLine line = new CommandLine(new WardCommand());
        line.addSubcommand(new ScanCommand(terminal, IndexCache.folder(environment)));
        line.addSubcommand(new IndexCommand(terminal));
        line.addSubcommand(new VersionCommand(terminal));
        line.addSubcommand(new CvssCommand(terminal));
        line.addSubcommand(new UdiCommand(terminal));
        line.addSubcommand(new DueCommand(terminal));
        line.addSubcommand(SbomCommand.line(terminal, environment));
        line.addSubcommand(DevicesCommand.line(terminal, environment));
        line.addSubcommand(PastDecisionsCommand.line(terminal, environment));
        line.addSubcommand(PastCorrectionsCommand.line(terminal, environment));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionStrategy(new CommandLine.RunLast());
        line.setOut(new java.io.PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new java.io.PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((problem, parsed) -> misused(terminal, problem));
        line.setExecutionExceptionHandler((problem, command, parsed) -> failed(terminal, problem));
        try {
            return line.execute(arguments);
        } catch (VirtualMachineError e) {
            terminal.tell("ward: stopped for want of memory (%s); more is given by WARD_JAVA_OPTIONS=-Xmx8g, say"
                    .formatted(e));
            return ExitCode.INTERNAL;
        }
    }

    private static int misused(Terminal terminal, CommandLine.ParameterException problem) {
        terminal.tell(String.valueOf(problem.getMessage()));
        CommandLine command = problem.getCommandLine();
        command.usage(command.getErr());
        return ExitCode.USAGE;
    }

    private static int failed(Terminal terminal, Exception problem) {
        if (problem instanceof IOException || problem instanceof UncheckedIOException) {
            IOException trouble = problem instanceof UncheckedIOException wrapped
                    ? Objects.requireNonNull(wrapped.getCause())
                    : (IOException) problem;
            terminal.tell("ward: " + Trouble.withFile(trouble));
            return ExitCode.UNREADABLE;
        }
        terminal.err().println("ward: a fault of Ward itself; please report it with what follows");
        problem.printStackTrace(terminal.err());
        return ExitCode.INTERNAL;
    }
}
