package dev.ward.identity;

import dev.ward.web.StandingNotice;
import dev.ward.web.Viewer;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Says on every page that whoever looks at it acts for somebody else.
@Component
class DeputyNotice implements StandingNotice {

    private final CurrentActor current;

    DeputyNotice(CurrentActor current) {
        this.current = current;
    }

    @Override
    public Optional<String> words(Viewer viewer) {
        return Optional.of(viewer)
                .filter(Viewer::signedIn)
                .flatMap(_ -> current.find())
                .map(Caller::deputising)
                .map(one ->
                        ("You act as %s: with that role alone, and what you do says so. Under My account you return to"
                                        + " your own name.")
                                .formatted(one.words()));
    }
}
