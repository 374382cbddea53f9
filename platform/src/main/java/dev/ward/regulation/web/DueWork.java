package dev.ward.regulation.web;

import dev.ward.clock.DeadlineState;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.regulation.Obligation;
import dev.ward.regulation.Obligations;
import dev.ward.web.WorkSource;
import java.util.List;
import org.springframework.stereotype.Component;

/// What came near or went by, for whoever is to see to it: the owner of the case, then the lead of the
/// PSIRT, then the head of regulatory affairs, and whoever stands in for them.
@Component
class DueWork implements WorkSource {

    private final Obligations obligations;
    private final CurrentActor actor;
    private final Visibility visibility;

    DueWork(Obligations obligations, CurrentActor actor, Visibility visibility) {
        this.obligations = obligations;
        this.actor = actor;
        this.visibility = visibility;
    }

    @Override
    public List<Item> items() {
        if (!actor.may(Permission.OBLIGATION_READ)) {
            return List.of();
        }
        return obligations.near(visibility.reader(), actor.caller(), MOST).stream()
                .map(DueWork::item)
                .toList();
    }

    private static Item item(Obligation one) {
        String act = one.state() == DeadlineState.OVERDUE ? "Overdue: " : "Soon due: ";
        return new Item(
                act + one.name() + " (" + one.clock() + (one.late() == null ? ")" : "; " + one.late() + ")"),
                one.title(),
                "/cases/" + one.number() + "/due",
                null,
                one.lastDay());
    }
}
