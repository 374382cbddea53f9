package dev.ward.identity;

import dev.ward.web.Viewer;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/// Tells a page's frame who looks at it.
@Component
class RequestViewer implements Viewer {

    private final CurrentActor current;

    RequestViewer(CurrentActor current) {
        this.current = current;
    }

    @Override
    public boolean signedIn() {
        return current.find().isPresent();
    }

    @Override
    public String name() {
        return current.find().map(caller -> caller.actor().name()).orElse("");
    }

    @Override
    public String role() {
        return current.find().map(Caller::roleTitle).orElse("");
    }

    @Override
    public boolean outsider() {
        return current.find().map(Caller::outsider).orElse(false);
    }

    @Override
    public boolean may(String permission) {
        return Arrays.stream(Permission.values())
                .filter(one -> one.name().equals(permission))
                .anyMatch(current::may);
    }
}
