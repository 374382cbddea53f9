package dev.ward.correction.web;

import dev.ward.correction.ChangeTask;
import dev.ward.correction.ChangeTasks;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.web.WorkSource;
import java.util.List;
import org.springframework.stereotype.Component;

/// Changes of which nobody has signed what they are, or of which what was signed stands no longer: for
/// whoever signs for regulatory affairs, and for the owner of the case where something fell.
@Component
class ChangeWork implements WorkSource {

    private final ChangeTasks tasks;
    private final CurrentActor actor;
    private final Visibility visibility;

    ChangeWork(ChangeTasks tasks, CurrentActor actor, Visibility visibility) {
        this.tasks = tasks;
        this.actor = actor;
        this.visibility = visibility;
    }

    @Override
    public List<Item> items() {
        if (!actor.may(Permission.OBLIGATION_READ)) {
            return List.of();
        }
        return tasks.list(visibility.reader(), actor.caller(), actor.may(Permission.REGULATION_SIGN), MOST).stream()
                .map(ChangeWork::item)
                .toList();
    }

    private static Item item(ChangeTask one) {
        return new Item(
                one.fallen() == null
                        ? "Decide: routine update or reportable correction"
                        : "No longer stands: decide anew whether it is a routine update",
                "Change %d of %s".formatted(one.number(), one.title()),
                "/cases/%s/due/changes/%s".formatted(one.ofCase(), one.change()),
                one.fallen(),
                null);
    }
}
