package dev.ward.handling.web;

import dev.ward.handling.EmergencyOpenings;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.web.Waiting;
import java.util.List;
import org.springframework.stereotype.Component;

/// Emergency openings of which nobody has said whether they were justified.
@Component
class EmergenciesWaiting implements Waiting {

    private final EmergencyOpenings openings;
    private final Visibility visibility;

    EmergenciesWaiting(EmergencyOpenings openings, Visibility visibility) {
        this.openings = openings;
        this.visibility = visibility;
    }

    @Override
    public String permission() {
        return Permission.EMERGENCY_WATCH.name();
    }

    @Override
    public int order() {
        return 4;
    }

    @Override
    public List<Item> items() {
        int waiting = openings.countWaiting(visibility.reader());
        return waiting == 0
                ? List.of()
                : List.of(Item.of(
                        waiting,
                        "emergency opening waits for review",
                        "emergency openings wait for review",
                        "/cases/emergencies"));
    }
}
