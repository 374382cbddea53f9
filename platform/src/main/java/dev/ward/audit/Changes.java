package dev.ward.audit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an act changed: only values that differ.
public final class Changes {

    private Act act;
    private boolean empty = true;

    public Changes(String what, String subjectType, String subjectId) {
        this.act = Act.of(what, subjectType, subjectId);
    }

    public Changes of(String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            empty = false;
            act = act.before(name, before == null ? null : before.toString())
                    .after(name, after == null ? null : after.toString());
        }
        return this;
    }

    /// The same for a value that is personal data: the chain holds only a commitment to it.
    public Changes ofPersonal(String name, @Nullable Object before, @Nullable Object after) {
        of(name, before, after);
        act = act.personal(name);
        return this;
    }

    public boolean isEmpty() {
        return empty;
    }

    public Act act() {
        return act;
    }
}
