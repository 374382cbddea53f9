package dev.ward.inspection.web;

import dev.ward.handling.CaseNumber;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.inspection.Inspected;
import dev.ward.inspection.Inspection;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Page;
import dev.ward.web.Section;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What an inspector sees. Nothing can be changed here.
@Controller
@RequestMapping("/inspection")
@Requires(Permission.INSPECTION_READ)
class InspectedPages {

    static final String TITLE = "Inspection";

    private final Inspected inspected;
    private final CurrentActor actor;

    InspectedPages(Inspected inspected, CurrentActor actor) {
        this.inspected = inspected;
        this.actor = actor;
    }

    @Bean
    static NavigationEntry inspectedEntry() {
        return new NavigationEntry(
                Section.PROGRAM, "Laid open to you", "/inspection", Permission.INSPECTION_READ.name(), 5);
    }

    @GetMapping
    Page contents(HttpServletRequest request) {
        return Page.of("inspection/contents", Section.PROGRAM, TITLE)
                .with("open", inspected.contents(actor.caller(), request.getRequestURI()));
    }

    @GetMapping("/{id}/cases/{number}")
    Page ofCase(@PathVariable UUID id, @PathVariable CaseNumber number, HttpServletRequest request) {
        Inspected.OfCase content = inspected.ofCase(actor.caller(), id, number, request.getRequestURI());
        return page("inspection/case", content.one().title(), content.inspection())
                .with("content", content);
    }

    @GetMapping("/{id}/cases/{number}/files/{file}")
    void file(
            @PathVariable UUID id,
            @PathVariable CaseNumber number,
            @PathVariable UUID file,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Inspected.OfFile found = inspected.ofFile(actor.caller(), id, number, file, request.getRequestURI());
        response.setContentType("application/octet-stream");
        response.setContentLengthLong(found.file().size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(found.file().name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (InputStream bytes = found.bytes()) {
            bytes.transferTo(response.getOutputStream());
        }
    }

    /// @param version  0 for the last that was decided
    @GetMapping("/{id}/decisions/{assessment}")
    Page ofDecision(
            @PathVariable UUID id,
            @PathVariable UUID assessment,
            @RequestParam(defaultValue = "0") int version,
            HttpServletRequest request) {
        Inspected.OfDecision content =
                inspected.ofDecision(actor.caller(), id, assessment, version, request.getRequestURI());
        return page("inspection/decision", content.title(), content.inspection())
                .with("content", content)
                .with("parts", ContentLines.parts(content.one().content()));
    }

    private static Page page(String view, String title, Inspection inspection) {
        return Page.of(view, Section.PROGRAM, title).crumb(TITLE, "/inspection").with("inspection", inspection);
    }
}
