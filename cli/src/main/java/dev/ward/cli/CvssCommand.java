package dev.ward.cli;

import dev.ward.cli.terminal.ExitCode;
import dev.ward.cli.terminal.Terminal;
import dev.ward.standards.cvss.CvssScores;
import dev.ward.standards.cvss.CvssVector;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `ward cvss`.
@Command(name = "cvss", description = "Print the scores of a CVSS vector by kind.")
final class CvssCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "VECTOR", description = "2.0, 3.0, 3.1 or 4.0")
    private String vector = "";

    CvssCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            CvssVector parsed = CvssVector.parse(vector);
            CvssScores scores = parsed.scores();
            boolean four = parsed.version().equals("4.0");
            row(scores.nomenclature() == null ? "base" : "CVSS-B", scores.base());
            row(four ? "threat" : "temporal", scores.temporal());
            row("environmental", scores.environmental());
            terminal.out()
                    .println("%-13s  %4.1f  %s%s"
                            .formatted(
                                    "overall",
                                    scores.overall(),
                                    parsed.rating().name().toLowerCase(Locale.ROOT),
                                    scores.nomenclature() == null ? "" : " (" + scores.nomenclature() + ")"));
            return ExitCode.FINE;
        } catch (IllegalArgumentException e) {
            terminal.tell("ward cvss: " + e.getMessage());
            return ExitCode.USAGE;
        }
    }

    private void row(String kind, @Nullable Double score) {
        if (score != null) {
            terminal.out().println("%-13s  %4.1f".formatted(kind, score));
        }
    }
}
