package dev.ward.signature.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.signature.ClockChecks;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Page;
import dev.ward.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// How right the clock is by which signatures and embargoes are timed.
@Controller
@Requires(Permission.AUDIT_READ)
class ClockPages {

    static final int MOST = 100;

    private final ClockChecks clocks;

    ClockPages(ClockChecks clocks) {
        this.clocks = clocks;
    }

    @Bean
    static NavigationEntry clockEntry() {
        return new NavigationEntry(Section.PROGRAM, "Time source", "/clock", Permission.AUDIT_READ.name(), 95);
    }

    @GetMapping("/clock")
    Page show() {
        return Page.of("signature/clock", Section.PROGRAM, "Time source")
                .with("now", clocks.now())
                .with("checks", clocks.last(MOST));
    }
}
