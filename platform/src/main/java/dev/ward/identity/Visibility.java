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
        // What an inspector sees, `inspection` lays open; all else is hidden, whatever asks.
        boolean sighted = !caller.may(Permission.INSPECTION_READ);
        return new Reader(caller.actor().id(), sighted, caller.organisation());
    }
}
