package dev.ward.cli;

import dev.ward.cli.index.IndexBuilder;
import dev.ward.cli.index.IndexSummary;
import dev.ward.cli.index.SourceFile;
import dev.ward.cli.terminal.ExitCode;
import dev.ward.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ward index`.
@Command(name = "index", description = "Prepare vulnerability sources once, for many scans.")
final class IndexCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "files and folders; recognised by content")
    private List<Path> paths = List.of();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "the index to write")
    private Path out = Path.of("ward.index");

    IndexCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        IndexSummary summary = new IndexBuilder(terminal::tell).build(SourceFile.of(paths), out);
        if (summary.records() == 0) {
            terminal.tell("ward index: no sources: no input holds a vulnerability record; an older index stays");
            return ExitCode.UNREADABLE;
        }
        terminal.out()
                .println(
                        "%,d records of %,d sources; %,d parts not read as their format demands, %,d alias conflicts; %,d kB"
                                .formatted(
                                        summary.records(),
                                        summary.sources().size(),
                                        summary.unread().size(),
                                        summary.conflicts().size(),
                                        Files.size(out) / 1000));
        List<String> unread = summary.unreadAmong(paths);
        unread.forEach(one -> terminal.tell("ward index: \"%s\" could not be read".formatted(one)));
        return unread.isEmpty() ? ExitCode.FINE : ExitCode.UNREADABLE;
    }
}
