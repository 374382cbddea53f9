package dev.ward.identity;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Opens the session of a person who was recognised, whatever by.
@Component
class Entrance {

    private final Sessions sessions;
    private final Browsers browsers;
    private final AuditTrail trail;

    Entrance(Sessions sessions, Browsers browsers, AuditTrail trail) {
        this.sessions = sessions;
        this.browsers = browsers;
        this.trail = trail;
    }

    /// Call it in the transaction that recognised the person.
    ///
    /// @param with          by what: `password`, `password totp`
    /// @param failedBefore  tries that failed before this one
    /// @param device        what the browser held before; null for nothing
    SignInAnswer.Welcome open(Actor person, String with, int failedBefore, String address, @Nullable String device) {
        AccountId account = new AccountId(UUID.fromString(person.id()));
        trail.record(
                person,
                Act.of("account.signed-in", "account", person.id())
                        .after("address", address)
                        .after("failedBefore", Integer.toString(failedBefore))
                        .after("with", with)
                        .personal("address"));
        return new SignInAnswer.Welcome(sessions.open(account), browsers.remember(device, account));
    }
}
