package dev.ward.mail.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.mail.Outbox;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Section;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// What was sent by e-mail, and what could not be.
@Controller
class MailPages {

    private static final String TITLE = "E-mail";
    private static final String HERE = "/settings/mail";
    private static final int SHOWN = 200;

    private final Outbox outbox;
    private final CurrentActor actor;

    MailPages(Outbox outbox, CurrentActor actor) {
        this.outbox = outbox;
        this.actor = actor;
    }

    @Bean
    static NavigationEntry mailEntry() {
        return new NavigationEntry(Section.SETTINGS, TITLE, HERE, Permission.ACCOUNT_WRITE.name(), 65);
    }

    @GetMapping(HERE)
    @Requires(Permission.ACCOUNT_WRITE)
    Page list() {
        return Page.of("mail/list", Section.SETTINGS, TITLE)
                .with("open", outbox.isOpen())
                .with("messages", outbox.newest(SHOWN))
                .with("shown", SHOWN);
    }

    @PostMapping(HERE + "/{id}/again")
    @Requires(Permission.ACCOUNT_WRITE)
    String again(@PathVariable UUID id, HttpServletResponse response) {
        outbox.again(actor.get(), id);
        Notices.say(response, "It is tried again now.");
        return "redirect:" + HERE;
    }
}
