package dev.ward.regulation.web;

import dev.ward.identity.Permission;
import dev.ward.regulation.CaseDue;
import dev.ward.regulation.DuePart;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Shows beside each other when a case's vulnerability was published, ingested, matched, first viewed and
/// learned of.
@Component
class TimesPart implements DuePart {

    @Override
    public String title() {
        return "Five times, kept apart";
    }

    @Override
    public String view() {
        return "regulation/times";
    }

    @Override
    public Map<String, Object> model(CaseDue subject) {
        return Map.of("due", subject);
    }

    @Override
    public int order() {
        return 4;
    }

    @Override
    public String permission() {
        return Permission.OBLIGATION_READ.name();
    }
}
