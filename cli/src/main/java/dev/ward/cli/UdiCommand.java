package dev.ward.cli;

import dev.ward.cli.terminal.ExitCode;
import dev.ward.cli.terminal.Terminal;
import dev.ward.standards.udi.Udi;
import dev.ward.standards.udi.UdiResult;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ward udi parse`.
@Command(name = "udi", description = "Read unique device identifiers.")
final class UdiCommand {

    private final Terminal terminal;

    UdiCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /// The forms in which `ward udi parse` answers.
    enum Form {
        TEXT,
        JSON
    }

    /// One text and what came of it.
    record Answer(String text, UdiResult result) {}

    @Command(name = "parse", description = "Read UDIs of GS1, HIBCC and ICCBBA, and say what is wrong with a bad one.")
    int parse(
            @Parameters(paramLabel = "TEXT", arity = "1..*", description = "as a label shows it or a scanner sends it")
                    List<String> texts,
            @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json") Form format,
            @Option(
                            names = "--lenient",
                            description = "forgive blanks, small letters and lost leading zeros, and say so")
                    boolean lenient) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        List<Answer> answers = new ArrayList<>();
        for (String text : texts) {
            answers.add(new Answer(text, lenient ? Udi.parseLenient(text, today) : Udi.parse(text, today)));
        }
        if (format == Form.JSON) {
            UdiJson.write(answers, terminal.out());
            terminal.out().println();
        } else {
            answers.forEach(new UdiText(terminal)::print);
        }
        boolean bad = answers.stream().anyMatch(answer -> answer.result() instanceof UdiResult.Unreadable);
        return bad ? ExitCode.FOUND : ExitCode.FINE;
    }
}
