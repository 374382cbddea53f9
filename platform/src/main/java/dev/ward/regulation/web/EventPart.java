package dev.ward.regulation.web;

import dev.ward.identity.Permission;
import dev.ward.regulation.AdverseEvents;
import dev.ward.regulation.CaseDue;
import dev.ward.regulation.DuePart;
import dev.ward.regulation.RuleBooks;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Says what happened, on the page of what is due for a case.
@Component
class EventPart implements DuePart {

    private final AdverseEvents events;
    private final RuleBooks books;

    EventPart(AdverseEvents events, RuleBooks books) {
        this.events = events;
        this.books = books;
    }

    @Override
    public String title() {
        return "What happened to people and devices";
    }

    @Override
    public String view() {
        return "regulation/events-part";
    }

    @Override
    public Map<String, Object> model(CaseDue due) {
        return Map.of("due", due, "events", events.of(due), "kinds", books.events());
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String permission() {
        return Permission.OBLIGATION_READ.name();
    }
}
