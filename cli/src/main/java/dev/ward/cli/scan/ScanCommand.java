package dev.ward.cli.scan;

import dev.ward.cli.index.IndexCache;
import dev.ward.cli.index.IndexFile;
import dev.ward.cli.index.Matcher;
import dev.ward.cli.terminal.ExitCode;
import dev.ward.cli.terminal.Terminal;
import dev.ward.standards.input.Unread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ward scan`.
@Command(
        name = "scan",
        description = "Tell which known vulnerabilities reach the components of SBOMs, and why. Works offline.",
        footer = {
            "",
            "Name the FILEs before --vulns, or part them from its PATHs with --.",
            "Sources are recognised by their content: CVE records, OSV, NVD 2.0 feeds, CISA KEV, EPSS; gzip and zip too.",
            "With --fail-on, a known exploited vulnerability counts on every level, and one that no source has rated counts"
                    + " as grave; candidates by name do not count.",
            "",
            "Exit codes: 0 fine, 1 found by --fail-on, 2 usage, 3 an input could not be read or no sources, 4 internal."
        })
public final class ScanCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Path cacheFolder;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "SBOM: CycloneDX 1.2-1.7 (JSON, XML), SPDX 2.2-2.3 (JSON)")
    private List<Path> sboms = List.of();

    @Option(
            names = "--vulns",
            paramLabel = "PATH",
            required = true,
            arity = "1..*",
            description = "files, folders, or an index made by ward index")
    private List<Path> vulns = List.of();

    @Option(names = "--format", defaultValue = "table", description = "table, json, csv or sarif (default: table)")
    private ReportFormat format = ReportFormat.TABLE;

    @Option(names = "--fail-on", paramLabel = "LEVEL", description = "low, medium, high, critical or kev")
    private @Nullable FailOn failOn;

    public ScanCommand(Terminal terminal, Path cacheFolder) {
        this.terminal = terminal;
        this.cacheFolder = cacheFolder;
    }

    @Override
    public Integer call() throws IOException {
        for (Path file : sboms) {
            if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString());
            }
        }
        try (IndexFile index = new IndexCache(cacheFolder, terminal::tell).open(vulns)) {
            if (index.summary().records() == 0) {
                terminal.err().println("ward scan: no sources: nothing under --vulns holds a vulnerability record");
                index.summary().unread().stream().limit(10).forEach(one -> terminal.tell("  " + one));
                return ExitCode.UNREADABLE;
            }
            if (failOn == FailOn.KEV && !index.summary().hasKev()) {
                terminal.tell("ward scan: --fail-on kev cannot be answered: no source is CISA's KEV catalogue");
                return ExitCode.UNREADABLE;
            }
            ScanResult result = new ScanResult(scan(index), index.summary());
            format.on(terminal).write(result);
            return exitCode(result);
        }
    }

    private List<ScannedSbom> scan(IndexFile index) throws IOException {
        Matcher matcher = new Matcher(index);
        List<ScannedSbom> scanned = new ArrayList<>(sboms.size());
        for (Path file : sboms) {
            if (sboms.size() > 1) {
                terminal.tell("Scanning %s".formatted(file));
            }
            scanned.add(ScannedSbom.scan(file, matcher));
        }
        return scanned;
    }

    private int exitCode(ScanResult result) {
        List<Unread> lost = result.sboms().stream()
                .flatMap(sbom -> Stream.ofNullable(sbom.firstLost()))
                .toList();
        lost.forEach(one -> terminal.tell("ward scan: " + one));
        List<String> sources = result.sources().unreadAmong(vulns);
        sources.forEach(one -> terminal.tell("ward scan: source \"%s\" could not be read".formatted(one)));
        if (!lost.isEmpty() || !sources.isEmpty()) {
            return ExitCode.UNREADABLE;
        }
        FailOn level = failOn;
        boolean found = level != null
                && result.sboms().stream()
                        .anyMatch(sbom -> sbom.findings().stream().anyMatch(level::isMetBy));
        return found ? ExitCode.FOUND : ExitCode.FINE;
    }
}
