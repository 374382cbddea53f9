package dev.ward.regulation.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.regulation.RuleVersion;
import dev.ward.regulation.RuleVersions;
import dev.ward.standards.due.RuleSetFile;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The sets of rules by which it is decided what is due, to be read, and how further ones are brought.
@Controller
@RequestMapping("/due/rules")
class DueRulePages {

    private static final String TITLE = "Sets of rules";
    private static final String HERE = "/due/rules";

    private final RuleVersions versions;
    private final CurrentActor actor;

    DueRulePages(RuleVersions versions, CurrentActor actor) {
        this.versions = versions;
        this.actor = actor;
    }

    @GetMapping
    @Requires(Permission.OBLIGATION_READ)
    Page list() {
        List<RuleVersion> all = versions.list();
        return Page.of("regulation/rule-sets", Section.DUE, TITLE)
                .crumb(BoardPages.TITLE, BoardPages.HERE)
                .with("versions", all.stream().filter(RuleVersion::decides).toList())
                .with("unfit", versions.unfit());
    }

    @GetMapping("/{id}")
    @Requires(Permission.OBLIGATION_READ)
    Page show(@PathVariable String id) {
        return show(id, Form.empty());
    }

    private Page show(String id, Form form) {
        List<RuleVersion> own = versions.of(id);
        return Page.of(
                        "regulation/rule-set",
                        Section.DUE,
                        own.getFirst().ruleSet().name())
                .crumb(BoardPages.TITLE, BoardPages.HERE)
                .crumb(TITLE, HERE)
                .with("views", RuleVersionView.of(own))
                .with("form", form);
    }

    @GetMapping("/bring")
    @Requires(Permission.REGULATION_SIGN)
    Page bring() {
        return bring("", null, Form.empty());
    }

    /// @param looked  what the text would come to; null while nothing was looked at
    private static Page bring(String text, RuleVersions.@Nullable Looked looked, Form form) {
        return Page.of("regulation/rule-bring", Section.DUE, "Bring a set of rules")
                .crumb(BoardPages.TITLE, BoardPages.HERE)
                .crumb(TITLE, HERE)
                .with("text", text)
                .with("looked", looked)
                .with("form", form);
    }

    /// Looks at a file and shows what it would come to; it is taken by the form on that page.
    @PostMapping("/bring/file")
    @Requires(Permission.REGULATION_SIGN)
    ModelAndView look(@Nullable UploadedFile file) {
        if (file == null) {
            throw TypedText.refused("file", "No file was chosen.", "is missing");
        }
        try (InputStream in = file.content()) {
            return looked(in.readNBytes(RuleSetFile.LARGEST + 1), "");
        } catch (IOException e) {
            throw ProblemException.of(Problem.INVALID, "The file broke off while it was sent. Nothing was kept.");
        }
    }

    private ModelAndView looked(byte[] file, String because) {
        RuleVersions.Looked looked = versions.look(file);
        String text = file.length > RuleSetFile.LARGEST ? "" : new String(file, StandardCharsets.UTF_8);
        Page page = bring(text.replace("\0", ""), looked, new Form(Map.of("because", because), Map.of(), null, 0));
        return looked.faults().isEmpty() ? page.status(HttpStatus.OK) : page.status(HttpStatus.BAD_REQUEST);
    }

    /// Looks at a text, or takes it: what is taken was looked at before, as its page alone has that button.
    @PostMapping("/bring")
    @Requires(Permission.REGULATION_SIGN)
    ModelAndView take(@RequestParam Map<String, String> sent, HttpServletResponse response) {
        byte[] file = sent.getOrDefault("text", "").getBytes(StandardCharsets.UTF_8);
        String because = sent.getOrDefault("because", "");
        if (!sent.containsKey("take")) {
            return looked(file, because);
        }
        RuleVersions.Looked looked = versions.look(file);
        if (!looked.faults().isEmpty()) {
            return looked(file, because);
        }
        try {
            RuleVersions.Taken taken = versions.take(actor.get(), file, because);
            Notices.say(response, "Kept. All cases are judged anew now.");
            return new ModelAndView("redirect:" + HERE + "/" + taken.ruleSet().id());
        } catch (ProblemException e) {
            Form form = new Form(Map.of("because", because), Map.of(), null, 0).refused(e);
            return bring(new String(file, StandardCharsets.UTF_8), looked, form)
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    /// The file of a version; a browser saves it.
    @GetMapping("/{id}/{version}/file")
    @Requires(Permission.OBLIGATION_READ)
    void file(@PathVariable String id, @PathVariable String version, HttpServletResponse response) throws IOException {
        byte[] file = versions.file(id, version).getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename("%s-%s.json".formatted(id, version), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.getOutputStream().write(file);
    }

    @PostMapping("/{id}/withdraw")
    @Requires(Permission.REGULATION_SIGN)
    ModelAndView withdraw(
            @PathVariable String id, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return Acts.done(
                "withdraw",
                sent,
                HERE + "/" + id,
                response,
                () -> {
                    versions.withdraw(
                            actor.get(), id, sent.getOrDefault("withdrawVersion", ""), sent.get("withdrawBecause"));
                    return "Withdrawn. It stays here, and decides no more.";
                },
                form -> show(id, form));
    }
}
