package dev.ward.regulation.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.regulation.DueSummaries;
import dev.ward.regulation.DueSummary;
import dev.ward.web.HomePart;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says on the first page what is overdue, what ends soon, and what waits for a second signature.
@Component
class DueHome implements HomePart {

    private static final int MOST = 5;

    private final DueSummaries summaries;
    private final CurrentActor actor;
    private final Visibility visibility;

    DueHome(DueSummaries summaries, CurrentActor actor, Visibility visibility) {
        this.summaries = summaries;
        this.actor = actor;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "What is due";
    }

    @Override
    public String view() {
        return "regulation/home";
    }

    /// Null for somebody of whose cases nothing is due.
    @Override
    public @Nullable Map<String, Object> model() {
        DueSummary summary = summaries.of(visibility.reader(), actor.caller(), MOST);
        return summary == null || (summary.owner() != null && summary.isEmpty()) ? null : Map.of("summary", summary);
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String permission() {
        return Permission.OBLIGATION_READ.name();
    }
}
