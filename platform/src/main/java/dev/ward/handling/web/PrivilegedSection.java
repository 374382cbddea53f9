package dev.ward.handling.web;

import dev.ward.handling.CaseSection;
import dev.ward.handling.PrivilegedNotes;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Leads counsel from a case's page to the notes; the page itself, printed too, has none of them.
@Component
class PrivilegedSection implements CaseSection {

    private final PrivilegedNotes notes;
    private final CurrentActor actor;
    private final Visibility visibility;

    PrivilegedSection(PrivilegedNotes notes, CurrentActor actor, Visibility visibility) {
        this.notes = notes;
        this.actor = actor;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return PrivilegedPages.TITLE;
    }

    @Override
    public String view() {
        return "handling/privileged-section";
    }

    @Override
    public Map<String, Object> model(VulnerabilityCase subject) {
        int count =
                notes.list(actor.get(), visibility.reader(), subject.number()).size();
        return Map.of("count", count, "number", subject.number());
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public String permission() {
        return Permission.PRIVILEGED_NOTE.name();
    }
}
