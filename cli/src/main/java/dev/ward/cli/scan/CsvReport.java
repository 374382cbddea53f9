package dev.ward.cli.scan;

import dev.ward.cli.index.Finding;
import dev.ward.cli.terminal.Terminal;
import dev.ward.standards.advisory.Severity;
import dev.ward.standards.match.Match;
import dev.ward.standards.match.Vulnerability;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One line for each finding, for spreadsheets.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe before it, and control
/// characters become `?`.
///
/// Source: RFC 4180.
final class CsvReport implements Report {

    private static final List<String> HEADER = List.of(
            "vulnerability",
            "aliases",
            "component",
            "version",
            "purl",
            "cpe",
            "ref",
            "severity",
            "severity_source",
            "cvss_score",
            "cvss_vector",
            "kev",
            "epss",
            "kind",
            "confidence",
            "source",
            "range",
            "why",
            "sbom");

    /// With the full-width forms, which some editions of spreadsheets take for the same.
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private final OutputStream out;

    CsvReport(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(ScanResult result) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        line(writer, HEADER);
        for (ScannedSbom sbom : result.sboms()) {
            for (Finding finding : sbom.findings()) {
                line(writer, cells(sbom, finding));
            }
        }
        writer.flush();
    }

    private static List<String> cells(ScannedSbom sbom, Finding finding) {
        Vulnerability vulnerability = finding.vulnerability();
        var component = finding.component();
        Severity severity = vulnerability.severity();
        Match match = finding.matches().getFirst();
        return List.of(
                vulnerability.id(),
                String.join(" ", vulnerability.aliases()),
                component.name(),
                text(component.version()),
                text(component.purl()),
                component.cpes().isEmpty() ? "" : component.cpes().getFirst().formatted(),
                text(component.ref()),
                JsonReport.word(vulnerability.rating()),
                severity == null ? "" : severity.source(),
                severity == null || severity.cvss() == null
                        ? ""
                        : String.valueOf(severity.cvss().score()),
                severity == null || severity.cvss() == null
                        ? ""
                        : severity.cvss().vector(),
                vulnerability.kev() == null ? "no" : "yes",
                vulnerability.epss() == null
                        ? ""
                        : String.valueOf(vulnerability.epss().probability()),
                match.kind().label(),
                match.confidence().label(),
                match.source(),
                match.range(),
                match.why(),
                sbom.name());
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private static void line(Writer writer, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            writer.append(i == 0 ? "" : ",").append(quoted(harmless(cells.get(i))));
        }
        writer.append("\r\n");
    }

    private static String harmless(String cell) {
        String shown = Terminal.printable(cell);
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + shown : shown;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> ",;\t\"\n\r".indexOf(c) >= 0);
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
