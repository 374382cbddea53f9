package dev.ward.retention.web;

import dev.ward.identity.Permission;
import dev.ward.regulation.CaseDue;
import dev.ward.regulation.DuePart;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Leads from what is due for a case to how long its records are kept.
@Component
class KeptPart implements DuePart {

    @Override
    public String title() {
        return "How long it is kept";
    }

    @Override
    public String view() {
        return "retention/kept-part";
    }

    @Override
    public Map<String, Object> model(CaseDue due) {
        return Map.of("number", due.subject().number());
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public String permission() {
        return Permission.OBLIGATION_READ.name();
    }
}
