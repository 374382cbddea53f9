package dev.ward.regulation.web;

import dev.ward.handling.CaseTeams;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.regulation.ObligationFilter;
import dev.ward.regulation.Obligations;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Page;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The board of all that is due.
@Controller
@RequestMapping("/due")
@Requires(Permission.OBLIGATION_READ)
class BoardPages {

    static final String TITLE = "Obligations";
    static final String HERE = "/due";

    private final Obligations obligations;
    private final BoardChoices choices;
    private final CaseTeams teams;
    private final Visibility visibility;

    BoardPages(Obligations obligations, BoardChoices choices, CaseTeams teams, Visibility visibility) {
        this.obligations = obligations;
        this.choices = choices;
        this.teams = teams;
        this.visibility = visibility;
    }

    @Bean
    static NavigationEntry boardEntry() {
        return new NavigationEntry(Section.DUE, TITLE, HERE, Permission.OBLIGATION_READ.name(), 10);
    }

    @GetMapping
    Page list(@ModelAttribute BoardQuestion question, @RequestParam(required = false) @Nullable String after) {
        Reader reader = visibility.reader();
        ObligationFilter filter = question.filter();
        return Page.of("regulation/board", Section.DUE, TITLE)
                .with("question", question)
                .with("filter", filter)
                .with("choices", choices.of(reader, filter))
                .with("people", teams.names(reader))
                .with("obligations", obligations.list(reader, filter, after, Slice.USUAL_LIMIT));
    }
}
