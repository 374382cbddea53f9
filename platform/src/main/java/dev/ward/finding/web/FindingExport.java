package dev.ward.finding.web;

import dev.ward.finding.Evidence;
import dev.ward.finding.Finding;
import dev.ward.finding.Findings;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// All findings that a question asks for, as a file; one part of the list is in memory at a time.
///
/// What writes is closed only behind the last finding: closing would end a file that broke off as if it were whole.
@Controller
class FindingExport {

    private static final String HEAD = "id,vulnerability,aliases,summary,component,component_version,purl,cpe,product,"
            + "release,severity,severity_source,score,vector,kev_since,epss,state,match_kind,match_confidence,"
            + "match_source,match_range,match_why,opened_at,closed_at";

    /// What a spreadsheet would take for a formula at the beginning of a cell.
    ///
    /// Source: OWASP, CSV Injection.
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private final Findings findings;
    private final JsonMapper json;

    FindingExport(Findings findings, JsonMapper json) {
        this.findings = findings;
        this.json = json;
    }

    private interface Sink {
        void take(Finding finding, @Nullable Evidence surest) throws IOException;
    }

    @GetMapping({"/findings/export.csv", "/api/v1/findings/export.csv"})
    @Summary("Exports findings as CSV; the same questions as the list")
    @Requires(Permission.FINDING_EXPORT)
    void csv(@ModelAttribute FindingQuestion question, HttpServletResponse response) throws IOException {
        Slice<Finding> first = slice(question, null);
        head(response, "text/csv; charset=utf-8", "findings.csv");
        Writer writer = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        writer.write(HEAD);
        writer.write("\r\n");
        each(question, first, (finding, surest) -> line(writer, finding, surest));
        writer.close();
    }

    @GetMapping({"/findings/export.json", "/api/v1/findings/export.json"})
    @Summary("Exports findings as JSON; the same questions as the list")
    @Requires(Permission.FINDING_EXPORT)
    void json(@ModelAttribute FindingQuestion question, HttpServletResponse response) throws IOException {
        Slice<Finding> first = slice(question, null);
        head(response, "application/json", "findings.json");
        JsonGenerator generator = json.createGenerator(response.getOutputStream());
        generator.writeStartObject();
        generator.writeName("items");
        generator.writeStartArray();
        each(question, first, (finding, surest) -> json.writeValue(generator, FindingBody.of(finding, surest)));
        generator.writeEndArray();
        generator.writeEndObject();
        generator.close();
    }

    private static void head(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"%s\"".formatted(name));
    }

    /// What cannot be answered must be known before the answer's first byte.
    private Slice<Finding> slice(FindingQuestion question, @Nullable String after) {
        return findings.list(question.filter(), question.order(), after, Slice.MOST);
    }

    private void each(FindingQuestion question, Slice<Finding> first, Sink sink) throws IOException {
        Slice<Finding> slice = first;
        while (true) {
            Map<UUID, Evidence> surest = findings.surest(slice.items());
            for (Finding finding : slice.items()) {
                sink.take(finding, surest.get(finding.id().value()));
            }
            if (slice.next() == null) {
                return;
            }
            slice = slice(question, slice.next());
        }
    }

    private static void line(Writer writer, Finding finding, @Nullable Evidence surest) throws IOException {
        Finding.Flaw flaw = finding.vulnerability();
        List<String> cells = List.of(
                finding.id().toString(),
                flaw.name(),
                String.join(" ", flaw.aliases()),
                flaw.summary(),
                finding.component().name(),
                text(finding.component().version()),
                text(finding.component().purl()),
                text(finding.component().cpe()),
                finding.release().product(),
                finding.release().version(),
                flaw.severity().name().toLowerCase(Locale.ROOT),
                text(flaw.severitySource()),
                text(flaw.score()),
                text(flaw.vector()),
                text(flaw.kevSince()),
                text(flaw.epss()),
                finding.state().word(),
                surest == null ? "" : surest.kind().label(),
                surest == null ? "" : surest.confidence().label(),
                surest == null ? "" : surest.source(),
                surest == null ? "" : surest.range(),
                surest == null ? "" : surest.why(),
                finding.openedAt().toString(),
                text(finding.closedAt()));
        for (int i = 0; i < cells.size(); i++) {
            writer.append(i == 0 ? "" : ",").append(quoted(cells.get(i)));
        }
        writer.append("\r\n");
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    /// Every cell stands in quotes, so that no separator within it, not the semicolon of some countries either, begins
    /// a cell of its own.
    private static String quoted(String cell) {
        String start = cell.stripLeading();
        boolean formula = !cell.isEmpty()
                && (FORMULA.indexOf(cell.charAt(0)) >= 0
                        || (!start.isEmpty() && FORMULA.indexOf(start.charAt(0)) >= 0));
        return '"' + (formula ? "'" : "") + cell.replace("\"", "\"\"") + '"';
    }
}
