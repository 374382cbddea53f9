package dev.ward.cli.due;

import dev.ward.cli.terminal.ExitCode;
import dev.ward.cli.terminal.Terminal;
import dev.ward.standards.due.DueEngine;
import dev.ward.standards.due.DueFactsReader;
import dev.ward.standards.due.DueResult;
import dev.ward.standards.due.RuleBook;
import dev.ward.standards.input.UnreadableInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ward due`.
@Command(
        name = "due",
        description = "Say what is due by the facts of one case, to whom, by when and why.",
        footer = "What the facts are stands in docs/reference/facts.md. No legal advice: each result names its source.")
public final class DueCommand implements Callable<Integer> {

    private static final int LARGEST = 16 << 20;

    private final Terminal terminal;

    @Parameters(paramLabel = "FACTS.json", description = "the facts; - for standard input")
    private Path file = Path.of("-");

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "as of when, 2026-11-30T12:00:00Z; now when it is left out")
    private @Nullable String at;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table (default) or json")
    private Form format = Form.TABLE;

    public DueCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /// The forms of the answer.
    enum Form {
        TABLE,
        JSON
    }

    @Override
    public Integer call() {
        Instant asOf;
        try {
            asOf = at == null
                    ? Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS)
                    : OffsetDateTime.parse(at).toInstant();
            int year = asOf.atZone(ZoneOffset.UTC).getYear();
            if (year < 1900 || year > 9999) {
                terminal.tell("ward due: \"%s\" lies in no year from 1900 to 9999".formatted(at));
                return ExitCode.USAGE;
            }
        } catch (DateTimeException e) {
            terminal.tell("ward due: \"%s\" is no instant: write 2026-11-30T12:00:00Z".formatted(at));
            return ExitCode.USAGE;
        }
        try {
            InputStream in = new ByteArrayInputStream(facts());
            RuleBook book = RuleBook.shipped();
            DueResult result = DueEngine.evaluate(DueFactsReader.read(in, file.toString(), book), book, asOf);
            if (format == Form.JSON) {
                DueJson.write(result, terminal.out());
                terminal.out().println();
            } else {
                new DueTable(terminal).print(result);
            }
            return ExitCode.FINE;
        } catch (NoSuchFileException e) {
            terminal.tell("ward due: there is no file \"%s\"".formatted(file));
            return ExitCode.UNREADABLE;
        } catch (IOException e) {
            terminal.tell("ward due: \"%s\" cannot be read: %s".formatted(file, e.getMessage()));
            return ExitCode.UNREADABLE;
        } catch (UnreadableInput e) {
            terminal.tell("ward due: " + e.getMessage());
            return ExitCode.UNREADABLE;
        }
    }

    /// Counted as they are read: standard input and pipes have no size to ask for.
    private byte[] facts() throws IOException {
        try (InputStream in = file.toString().equals("-") ? System.in : Files.newInputStream(file)) {
            byte[] read = in.readNBytes(LARGEST + 1);
            if (read.length > LARGEST) {
                throw new IOException("it is larger than %d MiB".formatted(LARGEST >> 20));
            }
            return read;
        }
    }
}
