package dev.ward.assessment.web;

import dev.ward.assessment.VexDocuments;
import dev.ward.assessment.VexFile;
import dev.ward.assessment.VexId;
import dev.ward.assessment.past.PastImport;
import dev.ward.assessment.past.PastVex;
import dev.ward.document.Arrival;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import dev.ward.web.TypedText;
import dev.ward.web.UploadedFile;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What suppliers sent of vulnerabilities in what we build with, and what we said before Ward.
@Controller
@RequestMapping("/vex")
class VexPages {

    private final VexDocuments documents;
    private final PastVex past;
    private final Arrivals arrivals;
    private final CurrentActor actor;
    private final Visibility visibility;

    VexPages(VexDocuments documents, PastVex past, Arrivals arrivals, CurrentActor actor, Visibility visibility) {
        this.documents = documents;
        this.past = past;
        this.arrivals = arrivals;
        this.actor = actor;
        this.visibility = visibility;
    }

    /// @param vulnerability  one of whose ids the documents speak
    @GetMapping
    @Requires(Permission.FINDING_READ)
    Page list(
            @RequestParam(required = false) @Nullable String vulnerability,
            @RequestParam(required = false) @Nullable String after) {
        return Page.of("assessment/vex-list", Section.DECIDE, "VEX documents")
                .with("vulnerability", Objects.requireNonNullElse(vulnerability, ""))
                .with("files", documents.list(visibility.reader(), vulnerability, after, Slice.USUAL_LIMIT));
    }

    @PostMapping
    @Requires(Permission.ASSESSMENT_WRITE)
    ModelAndView take(@Nullable UploadedFile file, HttpServletResponse response) {
        VexFile taken = taken(file);
        Notices.say(
                response,
                "Read and kept byte for byte: %d statements, %d parts that could not be read."
                        .formatted(taken.statements(), taken.lost()));
        return new ModelAndView("redirect:/vex/" + taken.id());
    }

    private VexFile taken(@Nullable UploadedFile file) {
        if (file == null) {
            throw TypedText.refused("file", "No file was chosen.", "is missing");
        }
        try (Arrival arrival = arrivals.receive(file.content(), VexDocuments.MOST_BYTES)) {
            return documents.take(actor.get(), arrival, file.name());
        }
    }

    /// Takes in a document of our own, from before Ward, and tells what would be new in it.
    @PostMapping("/own")
    @Requires(Permission.ASSESSMENT_WRITE)
    ModelAndView takeOwn(@Nullable UploadedFile file) {
        return brought(taken(file));
    }

    /// What is here already is said to be our own.
    @PostMapping("/{id}/past")
    @Requires(Permission.ASSESSMENT_WRITE)
    ModelAndView bring(@PathVariable VexId id) {
        return brought(documents.get(visibility.reader(), id));
    }

    /// What was taken stays so; what is worked on goes on.
    private ModelAndView brought(VexFile file) {
        Optional<PastImport> known = past.find(visibility.reader(), file.id());
        if (known.isEmpty()
                || (!known.get().state().moves() && !known.get().state().isApplied())) {
            past.check(actor.get(), visibility.reader(), file.id());
            known = past.find(visibility.reader(), file.id());
        }
        return new ModelAndView(
                "redirect:" + PastImportPages.at(known.orElseThrow().id()));
    }

    @GetMapping("/{id}")
    @Requires(Permission.FINDING_READ)
    Page show(@PathVariable VexId id, @RequestParam(required = false) @Nullable String after) {
        VexFile file = documents.get(visibility.reader(), id);
        return Page.of(
                        "assessment/vex",
                        Section.DECIDE,
                        file.documentId().isEmpty() ? file.fileName() : file.documentId())
                .crumb("VEX documents", "/vex")
                .with("file", file)
                .with("unread", documents.unread(visibility.reader(), id))
                .with("statements", documents.statements(visibility.reader(), id, after, Slice.USUAL_LIMIT));
    }
}
