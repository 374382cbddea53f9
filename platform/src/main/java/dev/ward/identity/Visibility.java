package dev.ward.identity;

import org.springframework.stereotype.Component;

/// The one visibility predicate.
@Component
public class Visibility {

    private final CurrentActor current;

    Visibility(CurrentActor current) {
        this.current = current;
    }

    /// @throws IllegalStateException  when nobody is signed in
    public Reader reader() {
        Caller caller = current.caller();
        return new Reader(caller.actor().id(), true, caller.organisation());
    }
}
