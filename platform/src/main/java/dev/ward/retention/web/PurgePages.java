package dev.ward.retention.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.retention.LegalGround;
import dev.ward.retention.PurgePreview;
import dev.ward.retention.Purges;
import dev.ward.retention.RecordName;
import dev.ward.signature.Shown;
import dev.ward.signature.Signer;
import dev.ward.signature.Signing;
import dev.ward.web.Choices;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.Worded;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Shows what a purge would take out of a record, and takes the signature for it.
@Controller
@RequestMapping("/records/{kind}/{id}/purge")
@Requires(Permission.PURGE_SIGN)
class PurgePages {

    private final Purges purges;
    private final Signing signing;
    private final Asked asked;
    private final CurrentActor actor;
    private final Visibility visibility;

    PurgePages(Purges purges, Signing signing, Asked asked, CurrentActor actor, Visibility visibility) {
        this.purges = purges;
        this.signing = signing;
        this.asked = asked;
        this.actor = actor;
        this.visibility = visibility;
    }

    /// @param field  what is to go; missing for all that can
    @GetMapping
    Page preview(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<String> field) {
        return page(asked.record(kind, id), field, Form.empty());
    }

    @PostMapping("/sign-purge")
    ModelAndView sign(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        RecordName name = asked.record(kind, id);
        List<String> fields = fields(sent);
        try {
            LegalGround ground = Worded.required("ground", sent.get("ground"), LegalGround.values());
            Signer signer = signing.confirm(actor.caller(), Shown.of(sent));
            purges.sign(
                    signer,
                    visibility.reader(),
                    name,
                    fields,
                    ground,
                    sent.get("reason"),
                    sent.getOrDefault("seen", ""));
            Notices.say(response, "It is gone. The tombstone says when, by whom, why and what.");
            return new ModelAndView("redirect:" + name.page());
        } catch (ProblemException e) {
            if (e.problem() == Problem.NOT_FOUND || e.problem() == Problem.FORBIDDEN) {
                throw e;
            }
            return page(name, fields, new Form(Shown.withheld(sent), e.errors(), e.detail(), 0))
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    private static List<String> fields(Map<String, String> sent) {
        return Arrays.stream(sent.getOrDefault("fields", "").split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private Page page(RecordName name, @Nullable List<String> fields, Form form) {
        PurgePreview preview = purges.preview(visibility.reader(), name, fields);
        return Page.of("retention/purge", Section.PROGRAM, "Purge of " + preview.title())
                .crumb(RetentionPages.TITLE, RetentionPages.HERE)
                .crumb(preview.title(), name.page())
                .with("preview", preview)
                .with("grounds", Choices.of(List.of(LegalGround.values()), LegalGround::word, LegalGround::title))
                .with("first", signing.isFirst(actor.caller()))
                .with("form", form);
    }
}
