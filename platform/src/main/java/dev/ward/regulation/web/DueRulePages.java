package dev.ward.regulation.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.regulation.RuleBooks;
import dev.ward.standards.due.RuleSet;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// The sets of rules by which it is decided what is due, to be read.
@Controller
@RequestMapping("/due/rules")
@Requires(Permission.OBLIGATION_READ)
class DueRulePages {

    private static final String TITLE = "Sets of rules";

    private final RuleBooks books;

    DueRulePages(RuleBooks books) {
        this.books = books;
    }

    @GetMapping
    Page list() {
        return Page.of("regulation/rule-sets", Section.DUE, TITLE)
                .crumb(BoardPages.TITLE, BoardPages.HERE)
                .with("sets", books.current().ruleSets());
    }

    @GetMapping("/{id}")
    Page show(@PathVariable String id) {
        List<RuleSet> versions = books.current().ruleSets().stream()
                .filter(set -> set.id().equals(id))
                .toList();
        if (versions.isEmpty()) {
            throw ProblemException.of(Problem.NOT_FOUND, "There is no set of rules \"%s\".".formatted(id));
        }
        return Page.of("regulation/rule-set", Section.DUE, versions.getFirst().name())
                .crumb(BoardPages.TITLE, BoardPages.HERE)
                .crumb(TITLE, "/due/rules")
                .with("versions", versions);
    }
}
