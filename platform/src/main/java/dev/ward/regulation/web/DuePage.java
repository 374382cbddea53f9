package dev.ward.regulation.web;

import dev.ward.handling.CaseNumber;
import dev.ward.handling.CaseTalk;
import dev.ward.identity.AccountId;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Reader;
import dev.ward.identity.Visibility;
import dev.ward.regulation.CaseDue;
import dev.ward.regulation.DuePart;
import dev.ward.regulation.Obligations;
import dev.ward.regulation.RuleBooks;
import dev.ward.signature.Signing;
import dev.ward.web.Form;
import dev.ward.web.Page;
import dev.ward.web.PagePart;
import dev.ward.web.Section;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// The page of what is due for a case.
@Component
class DuePage {

    private final Obligations obligations;
    private final RuleBooks books;
    private final CaseTalk talk;
    private final Signing signing;
    private final List<DuePart> parts;
    private final CurrentActor actor;
    private final Visibility visibility;

    DuePage(
            Obligations obligations,
            RuleBooks books,
            CaseTalk talk,
            Signing signing,
            List<DuePart> parts,
            CurrentActor actor,
            Visibility visibility) {
        this.obligations = obligations;
        this.books = books;
        this.talk = talk;
        this.signing = signing;
        this.parts = List.copyOf(parts);
        this.actor = actor;
        this.visibility = visibility;
    }

    Page page(CaseNumber number, Form form) {
        Reader reader = visibility.reader();
        CaseDue due = obligations.of(reader, number);
        AccountId me = actor.caller().account();
        return Page.of("regulation/due", Section.DUE, "What is due")
                .crumb("Cases", "/cases")
                .crumb(due.subject().title(), "/cases/" + number)
                .with("due", due)
                .with("regimes", books.regimes())
                .with("evidence", books.evidence())
                .with("recipients", recipients())
                .with("files", talk.files(reader, number))
                .with("first", signing.isFirst(actor.caller()))
                .with("me", me == null ? "" : me.toString())
                .with("parts", PagePart.of(parts, actor::may, due))
                .with("form", form);
    }

    /// Regimes and clocks, by word.
    private SequencedMap<String, String> recipients() {
        TreeMap<String, String> all = new TreeMap<>();
        books.regimes().forEach((word, meaning) -> all.put(word, word + " – " + meaning));
        books.clocks().forEach(clock -> all.putIfAbsent(clock, clock));
        return all;
    }
}
