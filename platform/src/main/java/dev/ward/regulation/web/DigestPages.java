package dev.ward.regulation.web;

import dev.ward.identity.AccountId;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.regulation.Digests;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Whether somebody is told each morning by e-mail what is due, and what they would be told.
@Controller
@RequestMapping("/due/digest")
@Requires(Permission.OBLIGATION_READ)
class DigestPages {

    private static final String HERE = "/due/digest";
    private static final String TITLE = "Morning e-mail";

    private final Digests digests;
    private final CurrentActor actor;
    private final Visibility visibility;

    DigestPages(Digests digests, CurrentActor actor, Visibility visibility) {
        this.digests = digests;
        this.actor = actor;
        this.visibility = visibility;
    }

    @Bean
    static NavigationEntry digestEntry() {
        return new NavigationEntry(Section.DUE, TITLE, HERE, Permission.OBLIGATION_READ.name(), 70);
    }

    @GetMapping
    Page show() {
        return Page.of("regulation/digest", Section.DUE, TITLE)
                .crumb(BoardPages.TITLE, BoardPages.HERE)
                .with("possible", digests.possible())
                .with("wanted", digests.isWanted(mine()))
                .with("morning", digests.morning())
                .with("digest", digests.preview(visibility.reader(), mine()));
    }

    @PostMapping
    String choose(@RequestParam(defaultValue = "") String wanted, HttpServletResponse response) {
        boolean yes = wanted.equals("yes");
        digests.choose(actor.get(), mine(), yes);
        Notices.say(response, yes ? "You are told each morning on which something is due." : "You are told no more.");
        return "redirect:" + HERE;
    }

    private AccountId mine() {
        AccountId account = actor.caller().account();
        if (account == null) {
            throw ProblemException.of(Problem.FORBIDDEN, "A token has no account.");
        }
        return account;
    }
}
