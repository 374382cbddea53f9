package dev.ward.regulation.web;

import dev.ward.identity.Permission;
import dev.ward.regulation.CaseDue;
import dev.ward.regulation.DuePart;
import dev.ward.regulation.Timeline;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Draws the clocks of a case, past and to come.
@Component
class TimelinePart implements DuePart {

    @Override
    public String title() {
        return "The clocks drawn";
    }

    @Override
    public String view() {
        return "regulation/timeline";
    }

    @Override
    public @Nullable Map<String, Object> model(CaseDue subject) {
        Timeline timeline = subject.timeline();
        return timeline == null ? null : Map.of("timeline", timeline);
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
