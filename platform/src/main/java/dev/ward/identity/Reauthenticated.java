package dev.ward.identity;

import dev.ward.audit.Actor;
import java.time.Instant;

/// A person who has just re-entered their password, or used a passkey, for one act. What takes it cannot be done
/// without; only
/// [Reauthentication] and [Passkeys] make it.
///
/// It is no electronic signature: nothing binds it to a record but the word of Ward. What is kept of it says so, for
/// ever.
///
/// Source: 21 CFR Part 11, 11.50, 11.70 and 11.200, which it does not fulfil.
public final class Reauthenticated {

    /// How what was done so is labelled wherever it is shown, after the act's word: "approved …".
    public static final String LABEL = "with re-entered password; this is not an electronic signature";

    private final Caller caller;
    private final Instant at;

    Reauthenticated(Caller caller, Instant at) {
        this.caller = caller;
        this.at = at;
    }

    /// The person, who may do at this moment what the caller's permissions say.
    public Caller caller() {
        return caller;
    }

    public Actor actor() {
        return caller.actor();
    }

    /// When the person was recognised.
    public Instant at() {
        return at;
    }
}
