package dev.ward.inspection.web;

import dev.ward.identity.Permission;
import dev.ward.web.StandingNotice;
import dev.ward.web.Viewer;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Says on every page that an inspector looks, what that means, and that it is written down.
@Component
class InspectionNotice implements StandingNotice {

    @Override
    public Optional<String> words(Viewer viewer) {
        return viewer.may(Permission.INSPECTION_READ.name())
                ? Optional.of(
                        "Inspection: you read what was laid open to you, and change nothing. What you open is recorded.")
                : Optional.empty();
    }
}
