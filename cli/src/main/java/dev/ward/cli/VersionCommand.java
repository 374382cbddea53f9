package dev.ward.cli;

import dev.ward.cli.terminal.ExitCode;
import dev.ward.cli.terminal.Terminal;
import dev.ward.standards.version.SortKey;
import dev.ward.standards.version.VersionComparison;
import dev.ward.standards.version.VersionScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `ward version compare`.
@Command(name = "version", description = "Compare versions as an ecosystem does.")
final class VersionCommand {

    private final Terminal terminal;

    VersionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "compare", description = "Print how A stands to B: <, =, > or ? when it cannot be told.")
    int compare(
            @Parameters(paramLabel = "ECOSYSTEM", description = "its purl type: pypi, npm, deb, …") String ecosystem,
            @Parameters(paramLabel = "A") String left,
            @Parameters(paramLabel = "B") String right) {
        Optional<VersionScheme> scheme = VersionScheme.of(ecosystem);
        if (scheme.isEmpty()) {
            terminal.tell("ward version: no order is known for \"%s\"; known are %s"
                    .formatted(
                            ecosystem,
                            Arrays.stream(VersionScheme.values())
                                    .map(VersionScheme::label)
                                    .collect(Collectors.joining(", "))));
        }
        VersionComparison comparison =
                scheme.map(known -> known.order().compare(left, right)).orElse(VersionComparison.UNDETERMINED);
        if (comparison == VersionComparison.UNDETERMINED && scheme.isPresent()) {
            List.of(left, right).forEach(version -> explain(scheme.get(), version));
        }
        terminal.out().println(comparison.sign());
        return ExitCode.FINE;
    }

    private void explain(VersionScheme scheme, String version) {
        if (scheme.order().key(version) instanceof SortKey.Undetermined(String reason)) {
            terminal.tell("ward version: " + reason);
        }
    }
}
