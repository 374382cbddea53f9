package dev.ward.handling.web;

import dev.ward.handling.CaseSection;
import dev.ward.handling.Coordinator;
import dev.ward.handling.Coordinators;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// On a case's page: who coordinates it beside us.
@Component
class CoordinatorSection implements CaseSection {

    private final Coordinators coordinators;
    private final CurrentActor actor;
    private final Visibility visibility;

    CoordinatorSection(Coordinators coordinators, CurrentActor actor, Visibility visibility) {
        this.coordinators = coordinators;
        this.actor = actor;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return CoordinatorPages.TITLE;
    }

    @Override
    public String view() {
        return "handling/coordinator-section";
    }

    @Override
    public Map<String, Object> model(VulnerabilityCase subject) {
        List<Coordinator> standing = coordinators.list(visibility.reader(), subject.number()).stream()
                .filter(one -> one.withdrawn() == null)
                .toList();
        return Map.of(
                "standing",
                standing,
                "number",
                subject.number(),
                "write",
                subject.isOpen() && actor.may(Permission.CASE_WRITE));
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String permission() {
        return Permission.CASE_READ.name();
    }
}
