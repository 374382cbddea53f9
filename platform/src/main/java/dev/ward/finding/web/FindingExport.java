package dev.ward.finding.web;

import dev.ward.finding.Evidence;
import dev.ward.finding.Finding;
import dev.ward.finding.Findings;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import dev.ward.web.TableFormat;
import dev.ward.web.TableOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private static final List<String> HEAD =
            List.of(("id vulnerability aliases summary component component_version purl cpe product release severity"
                            + " severity_source score vector kev_since epss state match_kind match_confidence"
                            + " match_source match_range match_why opened_at closed_at")
                    .split(" "));

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
        TableFormat.CSV.announce(response, "findings");
        TableOutput table = TableOutput.open(TableFormat.CSV, response.getOutputStream(), "findings", HEAD);
        each(question, first, (finding, surest) -> table.row(cells(finding, surest)));
        table.close();
    }

    @GetMapping({"/findings/export.json", "/api/v1/findings/export.json"})
    @Summary("Exports findings as JSON; the same questions as the list")
    @Requires(Permission.FINDING_EXPORT)
    void json(@ModelAttribute FindingQuestion question, HttpServletResponse response) throws IOException {
        Slice<Finding> first = slice(question, null);
        response.setContentType("application/json");
        response.setHeader("Content-Disposition", "attachment; filename=\"findings.json\"");
        JsonGenerator generator = json.createGenerator(response.getOutputStream());
        generator.writeStartObject();
        generator.writeName("items");
        generator.writeStartArray();
        each(question, first, (finding, surest) -> json.writeValue(generator, FindingBody.of(finding, surest)));
        generator.writeEndArray();
        generator.writeEndObject();
        generator.close();
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

    private static List<@Nullable Object> cells(Finding finding, @Nullable Evidence surest) {
        Finding.Flaw flaw = finding.vulnerability();
        return Arrays.asList(
                finding.id(),
                flaw.name(),
                String.join(" ", flaw.aliases()),
                flaw.summary(),
                finding.component().name(),
                finding.component().version(),
                finding.component().purl(),
                finding.component().cpe(),
                finding.release().product(),
                finding.release().version(),
                flaw.severity().name().toLowerCase(Locale.ROOT),
                flaw.severitySource(),
                flaw.score(),
                flaw.vector(),
                flaw.kevSince(),
                flaw.epss(),
                finding.state().word(),
                surest == null ? null : surest.kind().label(),
                surest == null ? null : surest.confidence().label(),
                surest == null ? null : surest.source(),
                surest == null ? null : surest.range(),
                surest == null ? null : surest.why(),
                finding.openedAt(),
                finding.closedAt());
    }
}
