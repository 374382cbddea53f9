package dev.ward.report.web;

import dev.ward.handling.CaseNumber;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.report.ConsigneeFile;
import dev.ward.report.DraftFile;
import dev.ward.report.DraftKind;
import dev.ward.report.DraftPdf;
import dev.ward.report.Drafts;
import dev.ward.report.KeptDraft;
import dev.ward.report.KeptDrafts;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Drafts and kept versions as files: PDF, JSON, and the whole list of consignees.
@Controller
@RequestMapping("/cases/{number}/due/drafts/{slug}")
class DraftDownloads {

    private final Drafts drafts;
    private final KeptDrafts kept;
    private final DraftPdf pdf;
    private final ConsigneeFile consignees;
    private final Visibility visibility;

    DraftDownloads(
            Drafts drafts, KeptDrafts kept, DraftPdf pdf, ConsigneeFile consignees, Visibility visibility) {
        this.drafts = drafts;
        this.kept = kept;
        this.pdf = pdf;
        this.consignees = consignees;
        this.visibility = visibility;
    }

    /// @param version  that was kept; null for the draft as it is now
    @GetMapping("/draft.pdf")
    @Requires(Permission.OBLIGATION_READ)
    void pdf(
            @PathVariable CaseNumber number,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String version,
            HttpServletResponse response)
            throws IOException {
        DraftKind kind = drafts.kind(slug);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        pdf.print(visibility.reader(), number, kind, versionOrNull(version), whole);
        announce(response, MediaType.APPLICATION_PDF_VALUE, name(number, kind, version, "pdf"));
        response.setContentLength(whole.size());
        whole.writeTo(response.getOutputStream());
    }

    @GetMapping("/draft.json")
    @Requires(Permission.OBLIGATION_READ)
    void json(
            @PathVariable CaseNumber number,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String version,
            HttpServletResponse response)
            throws IOException {
        DraftKind kind = drafts.kind(slug);
        Reader reader = visibility.reader();
        Integer of = versionOrNull(version);
        String content = of == null
                ? DraftFile.of(drafts.of(reader, kind, number))
                : kept.content(kept.get(reader, number, kind, of));
        announce(response, MediaType.APPLICATION_JSON_VALUE, name(number, kind, version, "json"));
        response.getOutputStream().write(content.getBytes(StandardCharsets.UTF_8));
    }

    /// Rows are written as they are read.
    @GetMapping("/consignees.csv")
    @Requires(Permission.DEVICE_EXPORT)
    void consignees(
            @PathVariable CaseNumber number,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String version,
            HttpServletResponse response)
            throws IOException {
        DraftKind kind = drafts.kind(slug);
        Reader reader = visibility.reader();
        Integer of = versionOrNull(version);
        String name = name(number, kind, version, "consignees.csv");
        if (of == null) {
            drafts.answers(reader, kind, number);
            announce(response, "text/csv; charset=utf-8", name);
            consignees.write(reader, number, response.getOutputStream());
            return;
        }
        KeptDraft seen = kept.get(reader, number, kind, of);
        if (seen.consignees() == null) {
            throw ProblemException.of(Problem.NOT_FOUND, "This version has no list of consignees.");
        }
        announce(response, "text/csv; charset=utf-8", name);
        try (InputStream in = kept.consignees(seen)) {
            in.transferTo(response.getOutputStream());
        }
    }

    private static void announce(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"%s\"".formatted(name));
    }

    private static String name(CaseNumber number, DraftKind kind, @Nullable String version, String ending) {
        return String.join(
                "-", List.of(number.text(), kind.slug(), versionOrNull(version) == null ? "draft" : "v" + versionOrNull(version)))
                + "."
                + ending;
    }

    private static @Nullable Integer versionOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : version(text);
    }

    static int version(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw TypedText.refused("version", "\"%s\" is no version.".formatted(text), "is no version");
        }
    }
}
