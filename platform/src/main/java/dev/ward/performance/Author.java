package dev.ward.performance;

import dev.ward.audit.Actor;
import dev.ward.identity.AccountId;
import dev.ward.identity.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who has changed a draft.
///
/// @param owner  the account that answers for it: a person's own, or that of whoever made the token; null when nobody
/// does
/// @param at     when it was last
public record Author(
        Actor.Kind kind, String id, String name, @Nullable AccountId owner, Instant at) {

    static Author of(Caller caller, Instant at) {
        Actor actor = caller.actor();
        return new Author(actor.kind(), actor.id(), actor.name(), caller.owner(), at);
    }
}
