package dev.ward.assessment.web;

import dev.ward.assessment.PastDecisions;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.web.Words;
import dev.ward.web.WorkSource;
import java.util.List;
import org.springframework.stereotype.Component;

/// Past decisions without a decision of Ward, for whoever signs for security.
@Component
class PastWork implements WorkSource {

    private final PastDecisions past;
    private final CurrentActor actor;
    private final Visibility visibility;

    PastWork(PastDecisions past, CurrentActor actor, Visibility visibility) {
        this.past = past;
        this.actor = actor;
        this.visibility = visibility;
    }

    @Override
    public List<Item> items() {
        if (!actor.may(Permission.ASSESSMENT_WRITE) || !actor.may(Permission.EXPLOITABILITY_SIGN)) {
            return List.of();
        }
        long waiting = past.waiting(visibility.reader());
        return waiting == 0
                ? List.of()
                : List.of(new Item(
                        "Assess anew",
                        "Past decisions that were migrated, not decided here: " + Words.bounded(waiting),
                        PastDecisionPages.LIST,
                        null,
                        null));
    }
}
