package dev.ward.identity;

import java.util.Set;
import java.util.UUID;

/// What a person is let see for a time, beside what they see always. A module that lets people in so
/// contributes its own as a bean; among those who alone see a row stands then an id of its own making in
/// place of the person's, and when this names it no more, the row is hidden again.
public interface TemporarySight {

    /// The ids that hold at this moment for a person.
    Set<UUID> of(AccountId person);
}
