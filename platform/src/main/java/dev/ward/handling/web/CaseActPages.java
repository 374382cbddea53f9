package dev.ward.handling.web;

import dev.ward.document.Arrival;
import dev.ward.handling.CaseDraft;
import dev.ward.handling.CaseMerges;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.CaseTalk;
import dev.ward.handling.CaseTeams;
import dev.ward.handling.Cases;
import dev.ward.handling.EmbargoDraft;
import dev.ward.handling.Phase;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Acts;
import dev.ward.web.Notices;
import dev.ward.web.TypedText;
import dev.ward.web.UploadedFile;
import dev.ward.web.Worded;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What is done to a case as a whole from its page. A refusal shows the page again with the reason.
@Controller
@RequestMapping("/cases/{number}")
@Requires(Permission.CASE_WRITE)
class CaseActPages {

    private final Cases cases;
    private final CaseTeams teams;
    private final CaseMerges merges;
    private final CaseTalk talk;
    private final CaseRoom room;
    private final PayloadIntake intake;
    private final CurrentActor actor;
    private final Visibility visibility;

    CaseActPages(
            Cases cases,
            CaseTeams teams,
            CaseMerges merges,
            CaseTalk talk,
            CaseRoom room,
            PayloadIntake intake,
            CurrentActor actor,
            Visibility visibility) {
        this.cases = cases;
        this.teams = teams;
        this.merges = merges;
        this.talk = talk;
        this.room = room;
        this.intake = intake;
        this.actor = actor;
        this.visibility = visibility;
    }

    /// Changes title and description.
    @PostMapping("/edit")
    ModelAndView edit(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "edit", sent, response, () -> {
            int revision = Sent.needed(
                    "revision", Sent.read("revision", sent.get("revision"), "is no number", Integer::valueOf));
            CaseDraft draft = new CaseDraft(sent.getOrDefault("editTitle", ""), sent.get("editDescription"));
            cases.edit(actor.get(), reader(), number, revision, draft);
            return "Changed.";
        });
    }

    @PostMapping("/phase")
    ModelAndView phase(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "phase", sent, response, () -> {
            Phase phase = Worded.required("phase", sent.get("phasePhase"), Phase.values());
            cases.enter(actor.get(), reader(), number, phase, sent.get("phaseBecause"));
            return "The case is in the phase \"%s\".".formatted(phase.title());
        });
    }

    @PostMapping("/close")
    ModelAndView close(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "close", sent, response, () -> {
            cases.close(actor.get(), reader(), number, sent.get("closeBecause"));
            return "Closed. It can be reopened.";
        });
    }

    @PostMapping("/reopen")
    ModelAndView reopen(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "reopen", sent, response, () -> {
            cases.reopen(actor.get(), reader(), number, sent.get("reopenBecause"));
            return "Reopened.";
        });
    }

    @PostMapping("/embargo")
    ModelAndView embargo(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "embargo", sent, response, () -> {
            EmbargoDraft draft =
                    new EmbargoDraft(sent.get("embargoUntil"), sent.get("embargoZone"), sent.get("embargoOnLeak"));
            teams.embargo(actor.get(), reader(), number, draft);
            return "Only the participants see the case now.";
        });
    }

    @PostMapping("/lift")
    ModelAndView lift(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "lift", sent, response, () -> {
            teams.lift(actor.get(), reader(), number, sent.containsKey("liftLeaked"), sent.get("liftBecause"));
            return "The embargo is lifted.";
        });
    }

    @PostMapping("/merge")
    ModelAndView merge(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "merge", sent, response, () -> {
            CaseNumber into = Sent.needed("into", Sent.number("into", sent.get("mergeInto")));
            merges.merge(actor.get(), reader(), number, into, sent.get("mergeBecause"));
            return "Merged into %s.".formatted(into);
        });
    }

    @PostMapping("/split")
    ModelAndView split(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "split", sent, response, () -> {
            CaseNumber opened = merges.split(
                            actor.get(),
                            reader(),
                            number,
                            new CaseDraft(sent.getOrDefault("splitTitle", ""), null),
                            Sent.names(sent.get("splitVulnerabilities")),
                            sent.get("splitBecause"))
                    .number();
            return "Case %s is open for them.".formatted(opened);
        });
    }

    @PostMapping("/files")
    ModelAndView file(@PathVariable CaseNumber number, @Nullable UploadedFile file, HttpServletResponse response) {
        cases.get(reader(), number);
        if (file == null) {
            throw TypedText.refused("file", "No file was chosen.", "is missing");
        }
        try (Arrival arrival = intake.receive(file.content())) {
            talk.addFile(actor.get(), reader(), number, arrival, file.name());
        }
        Notices.say(response, "The file is kept.");
        return to(number);
    }

    private ModelAndView act(
            CaseNumber number,
            String act,
            Map<String, String> sent,
            HttpServletResponse response,
            Supplier<String> work) {
        return act(room, number, act, sent, response, work);
    }

    static ModelAndView act(
            CaseRoom room,
            CaseNumber number,
            String act,
            Map<String, String> sent,
            HttpServletResponse response,
            Supplier<String> work) {
        return Acts.done(act, sent, "/cases/" + number, response, work, form -> room.page(number, form));
    }

    static ModelAndView to(CaseNumber number) {
        return new ModelAndView("redirect:/cases/" + number);
    }

    private Reader reader() {
        return visibility.reader();
    }
}
