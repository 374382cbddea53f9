package dev.ward.cli.scan;

import dev.ward.cli.index.Finding;
import dev.ward.cli.index.IndexSummary;
import dev.ward.cli.terminal.Terminal;
import dev.ward.standards.advisory.EpssScore;
import dev.ward.standards.advisory.Severity;
import dev.ward.standards.cvss.SeverityRating;
import dev.ward.standards.input.Unread;
import dev.ward.standards.match.ComponentIdentity;
import dev.ward.standards.match.Confidence;
import dev.ward.standards.match.Match;
import dev.ward.standards.match.Vulnerability;
import dev.ward.standards.sbom.SbomDocument;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The report for people: components with the gravest finding first, and under each what reaches it and why.
final class TableReport implements Report {

    private static final int SHOWN_UNREAD = 10;
    private static final String HEADING =
            "  KEV  severity CVSS  vulnerability           EPSS  confidence    versions, summary";
    private static final int ROW_WIDTH = 67;
    private static final int LONGEST_NAME = 300;

    private final Terminal terminal;
    private final PrintStream out;
    private int undetermined;

    TableReport(Terminal terminal) {
        this.terminal = terminal;
        this.out = terminal.out();
    }

    @Override
    public void write(ScanResult result) {
        for (ScannedSbom sbom : result.sboms()) {
            sbom(sbom);
        }
        unread(result);
        summary(result);
        out.flush();
    }

    private void sbom(ScannedSbom sbom) {
        SbomDocument document = sbom.document();
        String what = document == null
                ? "not read to its end"
                : "%s %s".formatted(document.format(), document.specVersion().replace("SPDX-", ""));
        out.println(terminal.bold(
                Terminal.printable("%s · %s · %,d components".formatted(sbom.name(), what, sbom.components()))));
        Map<ComponentIdentity, List<Finding>> byComponent = new LinkedHashMap<>();
        Map<ComponentIdentity, List<Finding>> candidates = new LinkedHashMap<>();
        for (Finding finding : sbom.findings()) {
            (finding.isCandidate() ? candidates : byComponent)
                    .computeIfAbsent(finding.component(), absent -> new ArrayList<>())
                    .add(finding);
        }
        if (!sbom.findings().isEmpty()) {
            out.println(terminal.faint(HEADING));
        }
        if (byComponent.isEmpty()) {
            out.println();
            out.println(
                    sbom.firstLost() == null
                            ? "  No known vulnerability of the sources reaches a component."
                            : "  Not all components were read (see below); what reaches those is not known.");
        }
        byComponent.forEach(this::component);
        if (!candidates.isEmpty()) {
            out.println();
            out.println(
                    terminal.bold("  Candidates: only the names agree; confirm or give the component a purl or CPE"));
            candidates.forEach(this::component);
        }
        out.println();
    }

    private void component(ComponentIdentity component, List<Finding> findings) {
        out.println();
        String purl = component.purl() == null ? "" : component.purl().toString();
        String cpe =
                component.cpes().isEmpty() ? "" : component.cpes().getFirst().formatted();
        String identity = purl.isEmpty() ? cpe : purl;
        out.println(" " + terminal.bold(name(component.toString()))
                + (identity.isEmpty() ? "" : "  " + terminal.faint(name(identity))));
        findings.forEach(this::finding);
    }

    private void finding(Finding finding) {
        Vulnerability vulnerability = finding.vulnerability();
        Match match = finding.matches().getFirst();
        if (match.confidence() == Confidence.UNDETERMINED) {
            undetermined++;
        }
        Severity severity = vulnerability.severity();
        EpssScore epss = vulnerability.epss();
        String score = severity == null || severity.cvss() == null
                ? "–"
                : "%.1f".formatted(severity.cvss().score());
        String row = "  %-4s %-8s %4s  %-20s %7s  %-12s  "
                .formatted(
                        vulnerability.kev() == null ? "" : "KEV",
                        word(vulnerability.rating()),
                        score,
                        vulnerability.id(),
                        epss == null ? "–" : "%.1f %%".formatted(epss.probability() * 100),
                        match.confidence().label());
        int wide = Math.clamp((terminal.columns() - ROW_WIDTH) * 2L / 5, 16, 40);
        String range = cut(match.range(), wide);
        String line = row + range + " ".repeat(Math.max(0, wide - range.length()) + 2) + vulnerability.summary();
        out.println(coloured(vulnerability, cut(Terminal.printable(line))));
    }

    private static String name(String text) {
        return Terminal.shortened(Terminal.printable(text), LONGEST_NAME);
    }

    private String coloured(Vulnerability vulnerability, String line) {
        if (vulnerability.kev() != null || vulnerability.rating() == SeverityRating.CRITICAL) {
            return terminal.red(line);
        }
        return vulnerability.rating() == SeverityRating.HIGH ? terminal.yellow(line) : line;
    }

    private String cut(String line) {
        return cut(line, Math.max(terminal.columns(), ROW_WIDTH)).stripTrailing();
    }

    private static String cut(String text, int width) {
        return Terminal.shortened(text, width);
    }

    private void unread(ScanResult result) {
        List<Unread> parts =
                result.sboms().stream().flatMap(sbom -> sbom.unread().stream()).toList();
        if (parts.isEmpty()) {
            return;
        }
        out.println(terminal.bold("Not read as its format demands (%,d)".formatted(parts.size())));
        parts.stream().limit(SHOWN_UNREAD).forEach(one -> out.println(cut(Terminal.printable("  " + one))));
        if (parts.size() > SHOWN_UNREAD) {
            out.println("  … and %,d more; --format json lists all".formatted(parts.size() - SHOWN_UNREAD));
        }
        out.println();
    }

    private void summary(ScanResult result) {
        ScanCounts counts = result.counts();
        out.println(terminal.bold("%,d findings of %,d vulnerabilities in %,d of %,d components"
                .formatted(
                        counts.findings(),
                        counts.vulnerabilities(),
                        counts.affectedComponents(),
                        counts.components())));
        List<String> parts = new ArrayList<>();
        parts.add(
                result.sources().hasKev()
                        ? "%,d known exploited (KEV)".formatted(counts.knownExploited())
                        : "known exploitation not asked (no KEV catalogue)");
        for (SeverityRating rating : List.of(
                SeverityRating.CRITICAL,
                SeverityRating.HIGH,
                SeverityRating.MEDIUM,
                SeverityRating.LOW,
                SeverityRating.NONE)) {
            if (counts.of(rating) > 0) {
                parts.add("%,d %s".formatted(counts.of(rating), word(rating)));
            }
        }
        if (counts.of(SeverityRating.UNKNOWN) > 0) {
            parts.add("%,d not rated by any source".formatted(counts.of(SeverityRating.UNKNOWN)));
        }
        if (counts.candidates() > 0) {
            parts.add("%,d %s by name"
                    .formatted(counts.candidates(), counts.candidates() == 1 ? "candidate" : "candidates"));
        }
        out.println("  " + String.join(" · ", parts));
        if (undetermined > 0) {
            out.println("  %,d of the findings are undetermined: what is missing stands in their why (--format json)"
                    .formatted(undetermined));
        }
        out.println(terminal.faint("  compared with %,d records of vulnerabilities from %,d sources%s"
                .formatted(counts.records(), result.sources().readSources(), reservations(result.sources()))));
    }

    /// What of the sources was not read or not joined, in a few words.
    private static String reservations(IndexSummary sources) {
        List<String> parts = new ArrayList<>();
        if (!sources.unread().isEmpty()) {
            parts.add("%,d parts not read as their format demands"
                    .formatted(sources.unread().size()));
        }
        if (!sources.conflicts().isEmpty()) {
            parts.add("%,d alias conflicts".formatted(sources.conflicts().size()));
        }
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ": --format json lists them)";
    }

    private static String word(SeverityRating rating) {
        return rating == SeverityRating.UNKNOWN ? "unrated" : rating.name().toLowerCase(Locale.ROOT);
    }
}
