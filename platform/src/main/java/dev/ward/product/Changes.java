package dev.ward.product;

import dev.ward.audit.Act;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an act changed: only values that differ.
final class Changes {

    private Act act;
    private boolean empty = true;

    Changes(String what, String subjectType, String subjectId) {
        this.act = Act.of(what, subjectType, subjectId);
    }

    Changes of(String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            empty = false;
            act = act.before(name, before == null ? null : before.toString())
                    .after(name, after == null ? null : after.toString());
        }
        return this;
    }

    boolean isEmpty() {
        return empty;
    }

    Act act() {
        return act;
    }
}
