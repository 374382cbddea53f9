package dev.ward.regulation.web;

import dev.ward.document.Arrival;
import dev.ward.document.DocumentTooLarge;
import dev.ward.document.Documents;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.regulation.IsaoCriterion;
import dev.ward.regulation.IsaoPeriod;
import dev.ward.regulation.IsaoShelf;
import dev.ward.regulation.Isaos;
import dev.ward.web.Acts;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.TypedText;
import dev.ward.web.UploadedFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The binder of what shows an active part in an ISAO.
@Controller
@RequestMapping("/due/isaos")
class IsaoPages {

    private static final String HERE = "/due/isaos";
    private static final long MOST_BYTES = 50L << 20;

    private final Isaos isaos;
    private final Documents documents;
    private final CurrentActor actor;
    private final Clock clock;

    IsaoPages(Isaos isaos, Documents documents, CurrentActor actor, Clock clock) {
        this.isaos = isaos;
        this.documents = documents;
        this.actor = actor;
        this.clock = clock;
    }

    @GetMapping
    @Requires(Permission.OBLIGATION_READ)
    Page show(@RequestParam(required = false) @Nullable LocalDate at) {
        return page(at, Form.empty());
    }

    @PostMapping("/enter")
    @Requires(Permission.OBLIGATION_WRITE)
    ModelAndView enter(@RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act("period", sent, response, () -> {
            isaos.enter(
                    actor.get(),
                    new Isaos.PeriodDraft(
                            sent.get("periodIsao"),
                            sent.get("periodCriterion"),
                            sent.get("periodFrom"),
                            sent.get("periodUntil"),
                            sent.get("periodEvidence")));
            return "Kept. All open cases are judged anew within a minute or two.";
        });
    }

    @PostMapping("/{id}/withdraw")
    @Requires(Permission.OBLIGATION_WRITE)
    ModelAndView withdraw(@PathVariable UUID id, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act("withdraw", sent, response, () -> {
            isaos.withdraw(actor.get(), id, sent.get("withdrawBecause"));
            return "Withdrawn. It stays here, and counts no more.";
        });
    }

    @PostMapping("/{id}/file")
    @Requires(Permission.OBLIGATION_WRITE)
    ModelAndView attach(@PathVariable UUID id, @Nullable UploadedFile file, HttpServletResponse response) {
        if (file == null) {
            throw TypedText.refused("file", "No file was chosen.", "is missing");
        }
        try (Arrival arrival = documents.receive(file.content(), MOST_BYTES)) {
            isaos.attach(actor.get(), id, arrival, file.name());
        } catch (DocumentTooLarge e) {
            throw ProblemException.of(Problem.TOO_LARGE, "Files of up to 50 MiB are kept here.");
        } catch (IOException e) {
            throw ProblemException.of(Problem.INVALID, "The file broke off while it was sent. Nothing was kept.");
        }
        Notices.say(response, "The file is kept.");
        return new ModelAndView("redirect:" + HERE);
    }

    /// As it came; a browser saves it and never shows it.
    @GetMapping("/{id}/file")
    @Requires(Permission.OBLIGATION_READ)
    void file(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        Isaos.StoredFile file = isaos.file(id);
        response.setContentType("application/octet-stream");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(file.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (InputStream in = documents.open(file.sha256())) {
            in.transferTo(response.getOutputStream());
        }
    }

    private Page page(@Nullable LocalDate at, Form form) {
        LocalDate day = at == null ? clock.instant().atZone(ZoneOffset.UTC).toLocalDate() : at;
        List<IsaoPeriod> periods = isaos.periods();
        SequencedMap<String, String> criteria = new LinkedHashMap<>();
        for (IsaoCriterion one : IsaoCriterion.values()) {
            criteria.put(String.valueOf(one.number()), one.number() + " – " + one.title());
        }
        return Page.of("regulation/isaos", Section.DUE, "ISAOs")
                .with("shelves", IsaoShelf.of(periods, day))
                .with("names", periods.stream().map(IsaoPeriod::isao).distinct().toList())
                .with("participation", isaos.participation())
                .with("criteria", criteria)
                .with("day", day)
                .with("form", form);
    }

    private ModelAndView act(
            String act, Map<String, String> sent, HttpServletResponse response, Supplier<String> done) {
        return Acts.done(act, sent, HERE, response, done, form -> page(null, form));
    }
}
