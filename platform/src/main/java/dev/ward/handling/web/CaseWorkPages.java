package dev.ward.handling.web;

import dev.ward.handling.CaseNumber;
import dev.ward.handling.CaseScopes;
import dev.ward.handling.CaseTalk;
import dev.ward.handling.CaseTeams;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What is done within a case from its page: vulnerabilities, releases, people, tasks, comments.
@Controller
@RequestMapping("/cases/{number}")
@Requires(Permission.CASE_WRITE)
class CaseWorkPages {

    private final CaseScopes scopes;
    private final CaseTeams teams;
    private final CaseTalk talk;
    private final CaseRoom room;
    private final CurrentActor actor;
    private final Visibility visibility;

    CaseWorkPages(
            CaseScopes scopes,
            CaseTeams teams,
            CaseTalk talk,
            CaseRoom room,
            CurrentActor actor,
            Visibility visibility) {
        this.scopes = scopes;
        this.teams = teams;
        this.talk = talk;
        this.room = room;
        this.actor = actor;
        this.visibility = visibility;
    }

    @PostMapping("/vulnerabilities")
    ModelAndView add(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "add", sent, response, () -> {
            scopes.add(actor.get(), reader(), number, sent.get("addVulnerability"));
            return "Added.";
        });
    }

    @PostMapping("/own")
    ModelAndView addOwn(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(
                number,
                "own",
                sent,
                response,
                () -> "The flaw is called %s here.".formatted(scopes.addOwn(actor.get(), reader(), number)));
    }

    @PostMapping("/vulnerabilities/remove")
    ModelAndView remove(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "remove", sent, response, () -> {
            scopes.remove(actor.get(), reader(), number, sent.get("removeVulnerability"), sent.get("removeBecause"));
            return "Removed.";
        });
    }

    @PostMapping("/releases")
    ModelAndView addRelease(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "name", sent, response, () -> {
            ReleaseId release = Sent.needed(
                    "release", Sent.read("release", sent.get("nameRelease"), "is no release's id", ReleaseId::of));
            scopes.addRelease(actor.get(), reader(), number, release, sent.get("nameBecause"));
            return "Named.";
        });
    }

    @PostMapping("/participants")
    ModelAndView participant(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "take", sent, response, () -> {
            teams.add(
                    actor.get(),
                    reader(),
                    number,
                    Sent.needed("person", Sent.account("person", sent.get("takePerson"))));
            return "Taken in.";
        });
    }

    @PostMapping("/participants/remove")
    ModelAndView removeParticipant(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "leave", sent, response, () -> {
            teams.remove(
                    actor.get(),
                    reader(),
                    number,
                    Sent.needed("person", Sent.account("person", sent.get("leavePerson"))),
                    sent.get("leaveBecause"));
            return "Taken out.";
        });
    }

    @PostMapping("/owner")
    ModelAndView own(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "owner", sent, response, () -> {
            teams.own(actor.get(), reader(), number, Sent.account("person", sent.get("ownerPerson")));
            return "Changed.";
        });
    }

    @PostMapping("/tasks")
    ModelAndView task(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "do", sent, response, () -> {
            talk.addTask(
                    actor.get(),
                    reader(),
                    number,
                    sent.get("doTask"),
                    Sent.account("assignee", sent.get("doAssignee")),
                    Sent.date("due", sent.get("doDue")));
            return "The task is added.";
        });
    }

    @PostMapping("/tasks/{task}")
    ModelAndView finish(
            @PathVariable CaseNumber number,
            @PathVariable UUID task,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        return act(number, "done", sent, response, () -> {
            boolean done = !sent.containsKey("again");
            talk.finishTask(actor.get(), reader(), number, task, done);
            return done ? "Done." : "To be done again.";
        });
    }

    @PostMapping("/comments")
    ModelAndView say(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "say", sent, response, () -> {
            ProductId product = Sent.read("product", sent.get("sayProduct"), "is no product's id", ProductId::of);
            talk.say(actor.get(), reader(), number, product, sent.get("sayComment"));
            return "Said.";
        });
    }

    @PostMapping("/comments/read")
    @Requires(Permission.CASE_READ)
    ModelAndView read(@PathVariable CaseNumber number) {
        talk.markRead(reader(), number);
        return CaseActPages.to(number);
    }

    private ModelAndView act(
            CaseNumber number,
            String act,
            Map<String, String> sent,
            HttpServletResponse response,
            Supplier<String> work) {
        return CaseActPages.act(room, number, act, sent, response, work);
    }

    private Reader reader() {
        return visibility.reader();
    }
}
