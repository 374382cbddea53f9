package dev.ward.identity;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// The one visibility predicate.
@Component
public class Visibility {

    private static final String LENT = Visibility.class.getName() + ".lent";

    private final CurrentActor current;
    private final ObjectProvider<TemporarySight> sights;

    Visibility(CurrentActor current, ObjectProvider<TemporarySight> sights) {
        this.current = current;
        this.sights = sights;
    }

    /// @throws IllegalStateException  when nobody is signed in
    public Reader reader() {
        Caller caller = current.caller();
        // What an inspector sees, `inspection` lays open; all else is hidden, whatever asks.
        boolean sighted = !caller.may(Permission.INSPECTION_READ);
        AccountId person = caller.account();
        Set<UUID> lent = person == null || !sighted || caller.outsider() ? Set.of() : lent(person);
        return new Reader(caller.actor().id(), sighted, caller.organisation(), false, lent);
    }

    /// Asks once in a request, as a page reads many times.
    private Set<UUID> lent(AccountId person) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes servlet)) {
            return asked(person);
        }
        if (servlet.getRequest().getAttribute(LENT) instanceof Lent known
                && known.person().equals(person)) {
            return known.ids();
        }
        Set<UUID> ids = asked(person);
        servlet.getRequest().setAttribute(LENT, new Lent(person, ids));
        return ids;
    }

    private Set<UUID> asked(AccountId person) {
        Set<UUID> ids = new HashSet<>();
        sights.forEach(sight -> ids.addAll(sight.of(person)));
        return Set.copyOf(ids);
    }

    private record Lent(AccountId person, Set<UUID> ids) {}
}
